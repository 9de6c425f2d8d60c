-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.open_column(p_table regclass, p_column name, p_fixed boolean DEFAULT false, p_once boolean DEFAULT false, p_hidden boolean DEFAULT false, p_most bigint DEFAULT NULL::bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_is_written constant boolean := (select a.attgenerated = '' from pg_attribute a
                                       where a.attrelid = p_table and a.attname = p_column and not a.attisdropped);
    v_verb text;
begin
    if v_is_written is null then
        raise exception 'open_column(%): there is no column %', p_table, p_column using errcode = '42703';
    end if;
    if not exists (select from pg_policy p where p.polrelid = p_table and p.polname = 'tenant_floor') then
        raise exception 'open_column(%): protect() has not sealed the table', p_table using errcode = '42809';
    end if;
    perform seal_private.bound(p_table,
                               case when p_most is null then '{}' else jsonb_build_object(p_column, p_most) end);
    -- The verbs that the table's own policies let tenants do.
    for v_verb in
        select v.verb
          from (values ('tenant_read', 'select', not p_hidden),
                       ('tenant_add', 'insert', v_is_written and not p_fixed),
                       ('tenant_change', 'update', v_is_written and not p_fixed and not p_once))
               v (policy, verb, is_given)
          join pg_policy p on p.polrelid = p_table and p.polname = v.policy
         where v.is_given
    loop
        execute format('grant %s (%I) on %s to sb_tenant', v_verb, p_column, p_table);
    end loop;
end $$;

ALTER FUNCTION seal_private.open_column(p_table regclass, p_column name, p_fixed boolean, p_once boolean, p_hidden boolean, p_most bigint) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.open_column(p_table regclass, p_column name, p_fixed boolean, p_once boolean, p_hidden boolean, p_most bigint) IS 'opens a column that comes later to tenants';

REVOKE ALL ON FUNCTION seal_private.open_column(p_table regclass, p_column name, p_fixed boolean, p_once boolean, p_hidden boolean, p_most bigint) FROM PUBLIC;
