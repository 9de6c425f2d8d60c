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
