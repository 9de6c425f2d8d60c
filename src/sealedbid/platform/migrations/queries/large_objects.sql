-- name: owners
-- Number of large objects by login.
select r.rolname, count(*)
  from pg_catalog.pg_largeobject_metadata o join pg_catalog.pg_roles r on r.oid = o.lomowner
 where r.rolname = any (%(logins)s::text[]) group by r.rolname order by r.rolname

-- name: unlink
-- Removes a batch of a login's large objects; returns their number.
select count(pg_catalog.lo_unlink(o.oid))
  from (select m.oid from pg_catalog.pg_largeobject_metadata m
         where m.lomowner = (select r.oid from pg_catalog.pg_roles r where r.rolname = %(login)s)
         order by m.oid limit %(batch)s) o
