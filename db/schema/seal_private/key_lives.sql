-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.key_lives(p_org uuid, p_key uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select exists (select from seal_private.credentials c
                    where c.subject = p_key and c.kind = 'key' and c.org_id = p_org and c.revoked_at is null
                      and c.expires_at > clock_timestamp())
$$;

ALTER FUNCTION seal_private.key_lives(p_org uuid, p_key uuid) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.key_lives(p_org uuid, p_key uuid) IS 'jobs and schedules of a key end with it';

REVOKE ALL ON FUNCTION seal_private.key_lives(p_org uuid, p_key uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.key_lives(p_org uuid, p_key uuid) TO sb_gate;
GRANT ALL ON FUNCTION seal_private.key_lives(p_org uuid, p_key uuid) TO sb_queue;
