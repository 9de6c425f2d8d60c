-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.lower_level(p_session uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    update seal_private.credentials set aal = 1
     where kind = 'session' and subject = p_session and aal = 2 and revoked_at is null
$$;

ALTER FUNCTION seal_private.lower_level(p_session uuid) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.lower_level(p_session uuid) IS 'a sign-in whose person has no second factor any more';

REVOKE ALL ON FUNCTION seal_private.lower_level(p_session uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.lower_level(p_session uuid) TO sb_gate;
