-- title: Every foreign key has an index
-- level: warning
-- scope: any
select c.conname || ' of ' || t.name, 'has no index'
  from our_tables t join pg_constraint c on c.conrelid = t.oid and c.contype = 'f'
 where (exists (select from definer_functions) or t.oid in (select oid from tenant_tables))
   and not exists (select from pg_index i
                    where i.indrelid = t.oid and i.indisvalid and i.indpred is null
                      and i.indnkeyatts >= cardinality(c.conkey)
                      and (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(c.conkey)] @> c.conkey)
