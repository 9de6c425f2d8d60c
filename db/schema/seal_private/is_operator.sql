-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.is_operator() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select coalesce(seal.org(3) = '00000000-0000-0000-0000-000000000000', false)
           or pg_has_role(session_user, 'sb_owner', 'member')
$$;

ALTER FUNCTION seal_private.is_operator() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.is_operator() IS 'true for an admin of the platform, and for the installer';

REVOKE ALL ON FUNCTION seal_private.is_operator() FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.is_operator() TO sb_gate;
GRANT ALL ON FUNCTION seal_private.is_operator() TO sb_queue;
