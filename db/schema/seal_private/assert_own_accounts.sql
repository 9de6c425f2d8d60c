-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.assert_own_accounts() RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if not seal_private.keeps_accounts() then
        raise exception 'accounts are kept by another auth server' using errcode = '0A000';
    end if;
end $$;

ALTER FUNCTION seal_private.assert_own_accounts() OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.assert_own_accounts() IS 'sign-in refuses where another auth server keeps the people';

REVOKE ALL ON FUNCTION seal_private.assert_own_accounts() FROM PUBLIC;
