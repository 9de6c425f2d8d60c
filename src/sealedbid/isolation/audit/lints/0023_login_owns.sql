-- title: No login owns anything
-- level: error
-- scope: sealed
select r.rolname, 'owns something in ' || coalesce(d.datname, 'the cluster')
  from pg_shdepend s join our_roles r on r.oid = s.refobjid left join pg_database d on d.oid = s.dbid
 where s.refclassid = 'pg_authid'::regclass and s.deptype = 'o' and s.classid <> 'pg_largeobject'::regclass
   and (r.rolcanlogin or r.rolname = 'sb_tenant')
 group by r.rolname, d.datname
