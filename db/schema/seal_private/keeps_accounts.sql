-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.keeps_accounts() RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select seal_private.owns_auth() and not exists (select from seal_private.accounts_elsewhere)
$$;

ALTER FUNCTION seal_private.keeps_accounts() OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.keeps_accounts() IS 'True if our functions sign people in, false if an auth server does: one in this database, or one elsewhere.';

REVOKE ALL ON FUNCTION seal_private.keeps_accounts() FROM PUBLIC;
