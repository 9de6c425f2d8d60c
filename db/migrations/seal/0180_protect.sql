-- migrate:up

-- Sealing a tenant table: one call, right under the table; and another for a column that comes later.

-- Closes the table, lays the floor, and gives each verb a permissive policy that names the organization AND the rank,
-- with no more column privileges than the verb needs. The floor stands beside the permissive policies and not instead
-- of them: it hangs on one word (restrictive), which an engine that copied the policies has been seen to lose.
--
--   p_read, p_add, p_change, p_remove   least rank; null: nobody, only functions
--   p_floor    least rank of the floor, where somebody else comes in by a policy of their own (guests); by default the
--              least of the verbs. Then the floor of a read is the same expression as its policy, and PostgreSQL
--              evaluates it once.
--   p_fixed    columns that only functions, defaults and triggers write
--   p_once     set on insert, never changed
--   p_hidden   no tenant reads them
--   p_kind     writing needs a context of this kind as well: 'job' (what the worker alone writes), or a reserved prefix
--   p_most     bounds that differ from the default, by column: see bound()
create function seal_private.protect(p_table regclass,
                                     p_read text default 'viewer', p_add text default 'member',
                                     p_change text default 'member', p_remove text default 'admin',
                                     p_fixed text[] default '{}', p_once text[] default '{}',
                                     p_hidden text[] default '{}', p_floor text default null, p_kind text default null,
                                     p_most jsonb default '{}')
    returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
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

select seal_private.admit(
           'seal_private.protect(regclass, text, text, text, text, text[], text[], text[], text, text, jsonb)',
           'sb_seal', '{}',
           'seals a tenant table');

-- Opening a column that comes later -----------------------------------------------------------------------------------

-- A column that `alter table ... add column` adds has no privilege and no bound: nobody can use it. This gives it both,
-- as protect() gave them to its neighbours: whoever reads, adds and changes rows of the table does so with this column
-- too.
--
--   p_fixed    only functions, defaults and triggers write it
--   p_once     set on insert, never changed
--   p_hidden   no tenant reads it
--   p_most     its bound, where the default will not do: see bound()
create function seal_private.open_column(p_table regclass, p_column name, p_fixed boolean default false,
                                         p_once boolean default false, p_hidden boolean default false,
                                         p_most bigint default null)
    returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
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
select seal_private.admit('seal_private.open_column(regclass, name, boolean, boolean, boolean, bigint)',
           'sb_seal', '{}',
           'opens a column that comes later to tenants');

-- migrate:down
