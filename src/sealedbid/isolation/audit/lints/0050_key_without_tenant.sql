-- title: Every key begins with the tenant's column
-- level: error
-- scope: any
-- Unique keys and exclusions are checked past the policies. With the tenant first in the key, compared by equality,
-- other tenants' values never conflict. A key of one random id cannot be guessed; in our own database it is listed.
select x.relname || ' of ' || t.name,
       case when i.indisexclusion then 'excludes across tenants' else 'is unique across tenants' end
  from our_tables t
  join pg_index i on i.indrelid = t.oid and (i.indisunique or i.indisexclusion)
  join pg_class x on x.oid = i.indexrelid
  left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
  left join pg_constraint c on c.conindid = i.indexrelid and c.contype = 'x'
  left join pg_operator o on o.oid = c.conexclop[1]
 where (a.attname is distinct from %(tenant_column)s or o.oid is not null and o.oprname <> '=')
   and not exists (select from deviations d where d.kind = 'key' and d.relation = t.name and d.name = x.relname)
   and (exists (select from definer_functions)
        or t.oid in (select oid from tenant_tables)
           and not (i.indnkeyatts = 1 and a.atttypid = 'uuid'::regtype)
           and not exists (select from pg_attribute k where k.attrelid = t.oid and k.attnum = any (i.indkey)
                              and k.attname = %(tenant_column)s and i.indisunique))
