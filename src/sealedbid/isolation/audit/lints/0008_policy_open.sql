-- title: Every arm of a policy compares the tenant's column
-- level: error
-- scope: any
-- A condition with OR at its top lets in all that any arm lets in. A restrictive policy for all commands that is
-- bounded itself protects the table nevertheless.
select p.name || ' on ' || p.relation,
       format('lets rows of any tenant %%s%%s',
              case p.command when 'r' then 'be read' when 'a' then 'be added' when 'w' then 'be changed'
                             when 'd' then 'be removed' else 'be read and written' end,
              case when a.arms > 1 then format(': %%s does not compare %%s', a.arm, %(tenant_column)s) else '' end)
  from our_policies p
  join (select distinct on (policy) policy, arm, arms from our_arms where not bounded order by policy, arm) a
    on a.policy = p.oid
 where p.permissive and p.table_oid in (select oid from tenant_tables)
   and not exists (select from our_policies f
                    where f.table_oid = p.table_oid and not f.permissive and f.command = '*'
                      and (f.roles = '{public}' or p.roles <@ f.roles)
                      and not exists (select from our_arms a where a.policy = f.oid and not a.bounded))
   and not exists (select from deviations d where d.kind = 'policy' and d.relation = p.relation and d.name = p.name)
   and exists (select from our_grants g where g.oid = p.table_oid and g.what in ('table', 'column')
                  and (p.roles = '{public}' or g.role = any (p.roles)))
