-- title: pg_catalog has only the server's operators
-- level: error
-- scope: any
select o.oid::regoperator::text, 'is in pg_catalog and is not the server''s'
  from pg_operator o
 where o.oprnamespace = 'pg_catalog'::regnamespace and o.oid >= 16384
   and not exists (select from pg_depend d
                    where d.classid = 'pg_operator'::regclass and d.objid = o.oid and d.deptype = 'e')
union all
select format('operator class %%s of %%s', c.opcname, c.opcintype::regtype),
       'sorts or hashes a type of the server, and is not the server''s'
  from pg_opclass c
 where c.oid >= 16384 and c.opcintype < 16384 and c.opcdefault
   and not exists (select from pg_depend d
                    where d.classid = 'pg_opclass'::regclass and d.objid = c.oid and d.deptype = 'e')
