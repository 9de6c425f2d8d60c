-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.assert_accounts_elsewhere() RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if seal_private.keeps_accounts() then
        raise exception 'accounts are kept by this database: nobody is signed in by name' using errcode = '42501';
    end if;
end $$;

ALTER FUNCTION seal_private.assert_accounts_elsewhere() OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.assert_accounts_elsewhere() IS 'where accounts are ours, nobody is signed in by name';

REVOKE ALL ON FUNCTION seal_private.assert_accounts_elsewhere() FROM PUBLIC;
