-- title: No login may call an extension that reaches outside
-- level: error
-- scope: sealed
-- As 0063, for functions that a login of ours may call.
select e.extname,
       'lets ' || string_agg(distinct l.rolname, ', ' order by l.rolname) || ' call ' || min(p.oid::regprocedure::text)
       || case when count(distinct p.oid) > 1 then format(' and %%s more', count(distinct p.oid) - 1) else '' end
  from pg_extension e
  join pg_depend d
    on d.refclassid = 'pg_extension'::regclass and d.refobjid = e.oid and d.deptype = 'e'
       and d.classid = 'pg_proc'::regclass
  join pg_proc p on p.oid = d.objid
 cross join our_logins l
 where e.extname ~ ('^(dblink|.*_fdw|pg_net|http|pgsql-http|pg_cron|pgmq|adminpack|pageinspect|pg_buffercache'
                    '|pg_walinspect|pg_visibility|pgrowlocks|amcheck|plsh)$')
   and p.prorettype not in ('trigger'::regtype, 'fdw_handler'::regtype, 'language_handler'::regtype)
   and p.proname !~ '_fdw_validator$'
   and has_function_privilege(l.oid, p.oid, 'execute') and has_schema_privilege(l.oid, p.pronamespace, 'usage')
 group by e.extname
