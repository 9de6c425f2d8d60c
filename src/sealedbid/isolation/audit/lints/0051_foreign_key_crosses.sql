-- title: Foreign keys stay within a tenant
-- level: error
-- scope: any
-- Between tenant tables the tenant's column is at the same place on both sides. In our own database a foreign key to a
-- table without it is allowed to a listed table, and to the organization itself from org_id alone; elsewhere such
-- tables are shared.
select c.conname || ' of ' || t.name, 'may refer to a row of another tenant in ' || p.name
  from our_tables t
  join pg_constraint c on c.conrelid = t.oid and c.contype = 'f'
  join our_tables p on p.oid = c.confrelid
 where c.conparentid = 0 and not case
           when p.oid in (select oid from tenant_tables)
           then exists (select from unnest(c.conkey, c.confkey) k (mine, theirs)
                          join our_columns m on m.oid = t.oid and m.num = k.mine and m.name = %(tenant_column)s
                          join our_columns o on o.oid = p.oid and o.num = k.theirs and o.name = %(tenant_column)s)
           when not exists (select from definer_functions) then true
           when p.name = 'public.organizations'
           then (select array_agg(m.name::text) from our_columns m
                  where m.oid = t.oid and m.num = any (c.conkey)) = '{org_id}'
           else p.name = 'public.profiles' end
   and not exists (select from deviations d where d.kind = 'foreign key' and d.relation = t.name and d.name = c.conname)
