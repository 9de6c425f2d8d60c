-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.refuse() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    raise exception '%', tg_argv[1]
        using errcode = '23514', constraint = tg_argv[0], schema = tg_table_schema, table = tg_table_name;
end $$;

ALTER FUNCTION seal_private.refuse() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.refuse() IS 'a trigger: refuses what its condition found';

REVOKE ALL ON FUNCTION seal_private.refuse() FROM PUBLIC;
