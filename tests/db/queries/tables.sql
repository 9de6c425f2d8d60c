-- name: not_forced
-- The server's own row-level security binds the owner too, and no privilege stands without a policy.
select t.name || ': ' || f.fault
  from our_tables t,
       lateral (values (not t.secured, 'row-level security is off'), (not t.forced, 'row-level security is not forced'),
                       (exists (select from our_grants g where g.what in ('table', 'column')
                                   and (g.object = t.name or g.object like t.name || '.%'))
                        and not exists (select from our_policies p where p.relation = t.name), 'privileges without a policy'))
       f (wrong, fault)
 where f.wrong order by 1

-- name: without_org
select t.name || ': no org_id uuid not null' from our_tables t
 where t.schema = 'public'
   and not exists (select from our_columns c where c.oid = t.oid and c.name = 'org_id' and c.type = 'uuid'::regtype and c.not_null)
   and not exists (select from seal.deviations d where d.kind = 'table' and d.relation = t.name)

-- name: org_can_move
select g.role || ' may update ' || g.object from our_grants g
 where g.privilege = 'UPDATE' and (g.column = 'org_id' or g.what = 'table' and g.object in (select name from tenant_tables))

-- name: open_relations
-- Views look with the eyes of who asks; nothing else can show rows past the policies.
select r.name || ' is a ' || case r.kind when 'v' then 'view with its owner''s eyes' when 'm' then 'materialized view'
                                         else 'foreign table' end
  from our_relations r
 where r.kind in ('m', 'f') or r.kind = 'v' and not coalesce(r.options @> '{security_invoker=true}', false)

-- name: without_comment
select t.name || ' has no comment' from our_tables t where coalesce(obj_description(t.oid, 'pg_class'), '') = ''

-- name: deviations_from_nothing
select format('%s %s of %s', d.kind, d.name, d.relation) from seal.deviations d
 where not exists (select from our_tables t where t.name = d.relation
                      and case d.kind when 'policy' then exists (select from our_policies p where p.relation = t.name and p.name = d.name)
                               when 'key' then exists (select from pg_index i join pg_class x on x.oid = i.indexrelid
                                                        where i.indrelid = t.oid and x.relname = d.name
                                                          and (i.indisunique or i.indisexclusion))
                               when 'foreign key' then exists (select from pg_constraint c where c.conrelid = t.oid
                                                                  and c.conname = d.name and c.contype = 'f')
                               when 'table' then d.name = 'org_id' and t.oid not in (select oid from tenant_tables) end)
