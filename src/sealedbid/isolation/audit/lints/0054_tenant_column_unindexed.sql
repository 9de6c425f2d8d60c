-- title: The tenant's column begins an index
-- level: warning
-- scope: any
select t.name, 'has no index that begins with ' || %(tenant_column)s
  from tenant_tables t
  join our_columns c on c.oid = t.oid and c.name = %(tenant_column)s
 where (t.schema = 'public' or not exists (select from definer_functions))
   and not exists (select from pg_index i
                    where i.indrelid = t.oid and i.indisvalid and i.indpred is null and i.indkey[0] = c.num)
