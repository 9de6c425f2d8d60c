-- name: global_keys
-- Of a key, the first column is org_id, compared for being equal.
select format('%s of %s does not begin with the organisation', x.relname, t.name)
  from our_tables t
  join pg_index i on i.indrelid = t.oid and (i.indisunique or i.indisexclusion)
  join pg_class x on x.oid = i.indexrelid
  left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
  left join pg_constraint c on c.conindid = i.indexrelid and c.contype = 'x'
 where (a.attname is distinct from 'org_id' or c.conexclop[1] <> 'pg_catalog.=(uuid, uuid)'::regoperator)
   and not exists (select from seal.deviations d where d.kind = 'key' and d.relation = t.name and d.name = x.relname)

-- name: crossing
-- Between tenant tables org_id stands at the same place on both sides. To a table without org_id (organizations, profiles) a
-- reference is allowed where that table is listed, and to the organisation itself from org_id alone.
select format('%s of %s crosses organisations', c.conname, t.name)
  from our_tables t
  join pg_constraint c on c.conrelid = t.oid and c.contype = 'f'
  join our_tables p on p.oid = c.confrelid
 where not case
           when p.oid in (select oid from tenant_tables)
           then exists (select from unnest(c.conkey, c.confkey) k (mine, theirs)
                          join our_columns m on m.oid = t.oid and m.num = k.mine and m.name = 'org_id'
                          join our_columns o on o.oid = p.oid and o.num = k.theirs and o.name = 'org_id')
           when p.name = 'public.organizations'
           then (select array_agg(m.name::text) from our_columns m where m.oid = t.oid and m.num = any (c.conkey)) = '{org_id}'
           else p.name = 'public.profiles' end
   and not exists (select from seal.deviations d where d.kind = 'foreign key' and d.relation = t.name and d.name = c.conname)

-- name: actions
-- Setting null would null org_id; a change of a key would write into rows that nobody asked for.
select format('%s of %s rewrites rows', c.conname, t.name)
  from our_tables t join pg_constraint c on c.conrelid = t.oid and c.contype = 'f'
 where c.confdeltype not in ('a', 'r', 'c') or c.confupdtype not in ('a', 'r') or not c.convalidated
    or not coalesce((to_jsonb(c) ->> 'conenforced')::boolean, true)

-- name: unindexed
select format('%s of %s has no index', c.conname, t.name)
  from our_tables t join pg_constraint c on c.conrelid = t.oid and c.contype = 'f'
 where not exists (select from pg_index i
                    where i.indrelid = t.oid and i.indisvalid and i.indpred is null
                      and i.indnkeyatts >= cardinality(c.conkey)
                      and (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(c.conkey)] @> c.conkey)
