-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.close(p_table regclass, p_owner name DEFAULT 'sb_owner'::name) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_table record;
begin
    select c.relowner, c.relnamespace::regnamespace as schema,
           coalesce(c.relacl, acldefault('r', c.relowner))
             || array(select x from pg_attribute t, unnest(t.attacl) x where t.attrelid = c.oid) as acl
      into strict v_table from pg_class c where c.oid = p_table;
    execute format('alter table %s enable row level security', p_table);
    execute format('alter table %s force row level security', p_table);
    perform seal_private.strip('table', p_table::text, v_table.acl, v_table.relowner);
    perform seal_private.give('table', p_table::text, v_table.schema, p_owner);
end $$;

ALTER FUNCTION seal_private.close(p_table regclass, p_owner name) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.close(p_table regclass, p_owner name) IS 'forces row-level security on a table and takes all privileges';

REVOKE ALL ON FUNCTION seal_private.close(p_table regclass, p_owner name) FROM PUBLIC;
