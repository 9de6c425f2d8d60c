-- title: Every tenant table has a floor
-- level: error
-- scope: sealed
-- A floor in another form lets more be read, but nothing more be written. It is no lower than needed: rank 0 only if a
-- policy of its own lets guests in.
select t.name, 'has no floor'
  from tenant_tables t
 where t.schema = 'public'
   and not exists (select from our_policies p,
                          generate_series(case when exists (select from our_policies g where g.relation = t.name
                                                                and g.name like 'guest\_%%') then 0 else 1 end,
                                          4) as rank,
                          lateral (select format('(org_id = ( SELECT seal.org(%%s) AS org))', rank) as own) c
                    where p.relation = t.name and not p.permissive and p.command = '*' and p.roles = '{sb_tenant}'
                      and p.check = c.own
                      and (p.using = c.own
                           or p.using like '(' || c.own || ' OR %%' and exists (
                                  select from deviations d
                                   where d.kind = 'policy' and d.relation = p.relation and d.name = p.name)))
