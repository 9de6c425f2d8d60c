-- Closes functions that the server lets everybody call, and that must not be open in our database. Functions belong to
-- a database: this is run in each, by a superuser's `migrate` and at every start of the embedded server. Only a
-- superuser may; otherwise the audit warns (0067, 0068, 0083). Re-running changes nothing that is right.

-- Every login could end or cancel the sessions of its own role, which all tenants share, and write large objects, which
-- are no tables and know no tenants.
do $$
declare
    v_function regprocedure;
begin
    for v_function in
        select p.oid from pg_catalog.pg_proc p
         where p.pronamespace = 'pg_catalog'::regnamespace
           and (p.proname in ('pg_terminate_backend', 'pg_cancel_backend', 'loread', 'lowrite')
                or p.proname like 'lo\_%')
           and pg_catalog.has_function_privilege('public', p.oid, 'execute')
           and (select rolsuper from pg_catalog.pg_roles where rolname = current_user)
    loop
        execute format('revoke execute on function %s from public', v_function);
    end loop;
end $$;

-- Functions that show the text of statements, of this session or of others, are not for everybody; the views over them
-- have no rights of their own. They are found by their result columns, so that those of an extension
-- (pg_stat_statements) are included. Members of pg_monitor can still call them.
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
           and (select rolsuper from pg_catalog.pg_roles where rolname = current_user)
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
           and (select rolsuper from pg_catalog.pg_roles where rolname = current_user)
    loop
        execute format('grant select on %s to pg_read_all_stats', v_view);
        execute format('revoke select on %s from public', v_view);
    end loop;

    -- The seal itself looks for leftovers in a session.
    foreach v_function in
        array array['pg_catalog.pg_prepared_statement()', 'pg_catalog.pg_cursor()']::regprocedure[]
    loop
        if exists (select from pg_catalog.pg_roles where rolname = 'sb_seal')
           and pg_catalog.has_function_privilege(v_function, 'execute with grant option')
           and not pg_catalog.has_function_privilege('sb_seal', v_function, 'execute') then
            execute format('grant execute on function %s to sb_seal', v_function);
        end if;
    end loop;
end $$;
