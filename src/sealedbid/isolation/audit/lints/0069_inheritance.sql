-- title: No tenant table inherits from another
-- level: error
-- scope: any
select t.name, 'inherits from ' || p.name || ', whose policies show its rows'
  from our_tables t join pg_inherits i on i.inhrelid = t.oid join our_tables p on p.oid = i.inhparent
 where not t.is_partition and (t.oid in (select oid from tenant_tables) or p.oid in (select oid from tenant_tables))
