-- title: pg_catalog has only the server's functions
-- level: error
-- scope: any
select p.oid::regprocedure::text, 'is in pg_catalog and is not the server''s'
  from pg_proc p
 where p.pronamespace = 'pg_catalog'::regnamespace and p.oid >= 16384
   and not exists (select from pg_depend d
                    where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
