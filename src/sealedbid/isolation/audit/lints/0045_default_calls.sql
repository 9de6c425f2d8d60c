-- title: Defaults and generated columns call our functions, or the server's
-- level: error
-- scope: sealed
select c.relation || '.' || c.name, 'calls ' || d.refobjid::regprocedure
  from pg_attrdef a
  join our_columns c on c.oid = a.adrelid and c.num = a.adnum
  join pg_depend d on d.classid = 'pg_attrdef'::regclass and d.objid = a.oid and d.refclassid = 'pg_proc'::regclass
  join pg_proc f on f.oid = d.refobjid
 where f.pronamespace not in (select oid from pg_namespace
                               where nspname in ('seal', 'seal_private', 'core', 'system', 'queue'))
   and not exists (select from pg_depend e
                    where e.classid = 'pg_proc'::regclass and e.objid = f.oid and e.deptype = 'e')
