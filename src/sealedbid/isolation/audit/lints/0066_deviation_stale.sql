-- title: Every listed deviation exists
-- level: error
-- scope: sealed
select format('%%s %%s of %%s', d.kind, d.name, d.relation), 'is listed as a deviation and does not exist'
  from deviations d
 where not exists (select from our_tables t where t.name = d.relation
                      and case d.kind when 'policy' then exists (select from our_policies p
                                                                  where p.relation = t.name and p.name = d.name)
                               when 'key' then exists (select from pg_index i join pg_class x on x.oid = i.indexrelid
                                                        where i.indrelid = t.oid and x.relname = d.name
                                                          and (i.indisunique or i.indisexclusion))
                               when 'foreign key' then exists (select from pg_constraint c where c.conrelid = t.oid
                                                                  and c.conname = d.name and c.contype = 'f')
                               when 'table' then d.name = 'org_id' and t.oid not in (select oid from tenant_tables) end)
   and (%(schemas)s::text[] is null or split_part(d.relation, '.', 1) = any (%(schemas)s::text[]))
