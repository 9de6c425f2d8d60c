-- title: Every table of the public schema has org_id
-- level: error
-- scope: sealed
select t.name, 'has no org_id uuid'
  from our_tables t
 where t.schema = 'public'
   and not exists (select from our_columns c where c.oid = t.oid and c.name = 'org_id' and c.type = 'uuid'::regtype)
   and not exists (select from deviations d where d.kind = 'table' and d.relation = t.name and d.name = 'org_id')
