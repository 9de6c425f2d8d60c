-- title: Tenants cannot make large objects
-- level: warning
-- scope: sealed
select string_agg(distinct r.rolname, ', '),
       'may call ' || string_agg(distinct f.oid::regprocedure::text, ', ') || ': large objects have no policies'
  from our_roles r, pg_proc f
 where r.rolcanlogin and f.pronamespace = 'pg_catalog'::regnamespace
   and f.proname in ('lo_create', 'lo_creat', 'lo_from_bytea', 'lo_open', 'lo_get')
   and has_function_privilege(r.oid, f.oid, 'execute')
having count(*) > 0
union all
select o.lomowner::regrole::text,
       'owns ' || count(*) || ' large objects: `sealedbid migrate` removes them where it has the password of the login'
  from pg_largeobject_metadata o join our_roles r on r.oid = o.lomowner
 where r.rolcanlogin group by o.lomowner
