-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.revoke_sessions() RETURNS integer
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    with ended as (update seal_private.credentials set revoked_at = clock_timestamp()
                    where kind = 'session' and revoked_at is null and expires_at > clock_timestamp() returning 1)
    select count(*)::int from ended
$$;

ALTER FUNCTION seal_private.revoke_sessions() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.revoke_sessions() IS 'all sign in again when accounts move to another auth server';

REVOKE ALL ON FUNCTION seal_private.revoke_sessions() FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.revoke_sessions() TO sb_gate;
