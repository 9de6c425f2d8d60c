-- title: No login may end other sessions
-- level: warning
-- scope: sealed
select string_agg(distinct r.rolname, ', '),
       'may call ' || string_agg(distinct f.oid::regprocedure::text, ', ') || ' on sessions of other tenants'
  from our_roles r, pg_proc f
 where r.rolcanlogin and f.pronamespace = 'pg_catalog'::regnamespace
   and f.proname in ('pg_terminate_backend', 'pg_cancel_backend')
   and has_function_privilege(r.oid, f.oid, 'execute')
having count(*) > 0
