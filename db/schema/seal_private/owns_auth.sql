-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.owns_auth() RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname = 'auth' and c.relname = 'users' and c.relowner = 'sb_owner'::regrole)
$$;

ALTER FUNCTION seal_private.owns_auth() OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.owns_auth() IS 'True if we keep the people who can sign in, false if an auth server that was here first does.';

REVOKE ALL ON FUNCTION seal_private.owns_auth() FROM PUBLIC;
