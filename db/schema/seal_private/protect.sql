-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.protect(p_table regclass, p_read text DEFAULT 'viewer'::text, p_add text DEFAULT 'member'::text, p_change text DEFAULT 'member'::text, p_remove text DEFAULT 'admin'::text, p_fixed text[] DEFAULT '{}'::text[], p_once text[] DEFAULT '{}'::text[], p_hidden text[] DEFAULT '{}'::text[], p_floor text DEFAULT NULL::text, p_kind text DEFAULT NULL::text, p_most jsonb DEFAULT '{}'::jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    -- The call in a sub-select is evaluated once a statement; bare, it would be once a row.
    v_own     constant text := '(org_id = (select seal.org(%s)))';
    v_unset   constant text[] := p_fixed || array['created_at', 'updated_at'];
    v_kept    constant text[] := v_unset || p_once || array['org_id', 'id'];
    v_of_kind constant text :=
        case when p_kind is null then '' else format(' and (select seal.kind()) = %L', p_kind) end;
    v_writes  constant text := coalesce(' in a context of kind ' || p_kind, '');
    v_columns text[];
    v_own_at  text;
begin
    select array_agg(attname::text order by attnum) into strict v_columns
      from pg_attribute where attrelid = p_table and attnum > 0 and not attisdropped;
    if not v_columns @> (p_fixed || p_once || p_hidden) then
        raise exception 'protect(%): a column in p_fixed, p_once or p_hidden does not exist', p_table
            using errcode = '42703';
    end if;

    if 'updated_at' = any (v_columns) then
        execute format('create trigger touch before update on %s for each row execute function seal_private.touch()',
                       p_table);
    end if;
    perform seal_private.close(p_table);
    perform seal_private.bound(p_table, p_most);

    v_own_at := format(v_own, coalesce(seal_private.rank_of(p_floor),
                                       least(seal_private.rank_of(p_read), seal_private.rank_of(p_add),
                                             seal_private.rank_of(p_change), seal_private.rank_of(p_remove)), 0));
    execute format('create policy tenant_floor on %s as restrictive for all to sb_tenant using %s with check %s',
                   p_table, v_own_at, v_own_at);
    execute format('comment on policy tenant_floor on %s is %L', p_table,
                   'Rows of the open context''s organization, or none.');

    if p_read is not null then
        v_own_at := format(v_own, seal_private.rank_of(p_read));
        execute format('create policy tenant_read on %s for select to sb_tenant using %s', p_table, v_own_at);
        execute format('comment on policy tenant_read on %s is %L', p_table, p_read || ' and above read.');
        execute format('grant select (%s) on %s to sb_tenant',
                       (select string_agg(quote_ident(c), ', ') from unnest(v_columns) c
                                                                where c <> all (p_hidden)), p_table);
    end if;

    -- Generated columns can be written by nobody.
    select array_agg(attname::text order by attnum) into v_columns
      from pg_attribute where attrelid = p_table and attnum > 0 and not attisdropped and attgenerated = '';

    if p_add is not null then
        v_own_at := '(' || format(v_own, seal_private.rank_of(p_add)) || v_of_kind || ')';
        execute format('create policy tenant_add on %s for insert to sb_tenant with check %s', p_table, v_own_at);
        execute format('comment on policy tenant_add on %s is %L', p_table,
                       p_add || ' and above add' || v_writes || '.');
        execute format('grant insert (%s) on %s to sb_tenant',
                       (select string_agg(quote_ident(c), ', ') from unnest(v_columns) c
                                                                where c <> all (v_unset)), p_table);
    end if;
    if p_change is not null then
        v_own_at := '(' || format(v_own, seal_private.rank_of(p_change)) || v_of_kind || ')';
        execute format('create policy tenant_change on %s for update to sb_tenant using %s with check %s',
                       p_table, v_own_at, v_own_at);
        execute format('comment on policy tenant_change on %s is %L', p_table,
                       p_change || ' and above change' || v_writes || '.');
        execute format('grant update (%s) on %s to sb_tenant',
                       (select string_agg(quote_ident(c), ', ') from unnest(v_columns) c
                                                                where c <> all (v_kept)), p_table);
    end if;
    if p_remove is not null then
        v_own_at := '(' || format(v_own, seal_private.rank_of(p_remove)) || v_of_kind || ')';
        execute format('create policy tenant_remove on %s for delete to sb_tenant using %s', p_table, v_own_at);
        execute format('comment on policy tenant_remove on %s is %L', p_table,
                       p_remove || ' and above remove' || v_writes || '.');
        execute format('grant delete on %s to sb_tenant', p_table);
    end if;
end $$;

ALTER FUNCTION seal_private.protect(p_table regclass, p_read text, p_add text, p_change text, p_remove text, p_fixed text[], p_once text[], p_hidden text[], p_floor text, p_kind text, p_most jsonb) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.protect(p_table regclass, p_read text, p_add text, p_change text, p_remove text, p_fixed text[], p_once text[], p_hidden text[], p_floor text, p_kind text, p_most jsonb) IS 'seals a tenant table';

REVOKE ALL ON FUNCTION seal_private.protect(p_table regclass, p_read text, p_add text, p_change text, p_remove text, p_fixed text[], p_once text[], p_hidden text[], p_floor text, p_kind text, p_most jsonb) FROM PUBLIC;
