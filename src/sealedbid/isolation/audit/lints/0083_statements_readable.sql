-- title: No login may call functions that show statements
-- level: warning
-- scope: sealed
select string_agg(distinct r.rolname, ', '),
       'may call ' || string_agg(distinct f.oid::regprocedure::text, ', ') || ': the text of statements'
  from our_roles r, pg_proc f
 where r.rolcanlogin and has_function_privilege(r.oid, f.oid, 'execute')
   and (f.proname = 'pg_stat_get_backend_activity'
        or exists (select from unnest(f.proargnames, f.proargmodes) a (name, mode)
                    where a.mode in ('o', 't') and a.name in ('query', 'statement')))
   and (f.pronamespace = 'pg_catalog'::regnamespace
        or exists (select from pg_depend d
                    where d.classid = 'pg_proc'::regclass and d.objid = f.oid and d.deptype = 'e'))
having count(*) > 0
