-- What the database needs that only a superuser can give, once; run at every start, because it changes nothing that is right.

-- The vector extension is not a trusted one: its owner must be a superuser.
create extension if not exists vector;

-- Every login of the cluster could otherwise end or cancel the sessions of its own role, and write large objects, which are
-- no tables and know no tenants.
do $$
declare
    v_function regprocedure;
begin
    for v_function in
        select p.oid from pg_catalog.pg_proc p
         where p.pronamespace = 'pg_catalog'::regnamespace
           and (p.proname in ('pg_terminate_backend', 'pg_cancel_backend', 'loread', 'lowrite') or p.proname like 'lo\_%')
           and pg_catalog.has_function_privilege('public', p.oid, 'execute')
    loop
        execute format('revoke execute on function %s from public', v_function);
    end loop;
end $$;

-- Nor may everybody see what statements others run: as db/roles/functions.sql says, which a superuser's `migrate` runs. The seal
-- needs two of these functions for its own session, and it is the owner who makes the seal.
do $$
declare
    v_function regprocedure;
    v_view     regclass;
begin
    for v_function in
        select p.oid from pg_catalog.pg_proc p
         where pg_catalog.has_function_privilege('public', p.oid, 'execute')
           and (p.proname = 'pg_stat_get_backend_activity'
                or exists (select from unnest(p.proargnames, p.proargmodes) a (name, mode)
                            where a.mode in ('o', 't') and a.name in ('query', 'statement')))
           and (p.pronamespace = 'pg_catalog'::regnamespace
                or exists (select from pg_catalog.pg_depend d
                            where d.classid = 'pg_catalog.pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'))
    loop
        execute format('grant execute on function %s to pg_read_all_stats', v_function);
        execute format('revoke execute on function %s from public', v_function);
    end loop;
    for v_view in
        select c.oid from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid
         where c.relkind = 'v' and a.attname in ('query', 'statement')
           and pg_catalog.has_table_privilege('public', c.oid, 'select')
           and (c.relnamespace = 'pg_catalog'::regnamespace
                or exists (select from pg_catalog.pg_depend d
                            where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'))
    loop
        execute format('grant select on %s to pg_read_all_stats', v_view);
        execute format('revoke select on %s from public', v_view);
    end loop;
    foreach v_function in array array['pg_catalog.pg_prepared_statement()', 'pg_catalog.pg_cursor()']::regprocedure[] loop
        if not pg_catalog.has_function_privilege('sealedbid', v_function, 'execute with grant option') then
            execute format('grant execute on function %s to sealedbid with grant option', v_function);
        end if;
        if exists (select from pg_catalog.pg_roles where rolname = 'sb_seal')
           and not pg_catalog.has_function_privilege('sb_seal', v_function, 'execute') then
            execute format('grant execute on function %s to sb_seal', v_function);
        end if;
    end loop;
end $$;
