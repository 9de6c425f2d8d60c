-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.keeps_accounts() RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return seal_private.keeps_accounts();
end $$;

ALTER FUNCTION seal_auth.keeps_accounts() OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.keeps_accounts() IS 'True if our functions sign people in, false if another auth server does.';

REVOKE ALL ON FUNCTION seal_auth.keeps_accounts() FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.keeps_accounts() TO sb_auth;
