-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.has_shown_two(p_session uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select exists (select from seal_private.credentials c
                    where c.kind = 'session' and c.subject = p_session and c.aal = 2 and c.revoked_at is null
                      and c.expires_at > clock_timestamp())
$$;

ALTER FUNCTION seal_private.has_shown_two(p_session uuid) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.has_shown_two(p_session uuid) IS 'an owner who asks others for a second factor has shown one';

REVOKE ALL ON FUNCTION seal_private.has_shown_two(p_session uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.has_shown_two(p_session uuid) TO sb_gate;
