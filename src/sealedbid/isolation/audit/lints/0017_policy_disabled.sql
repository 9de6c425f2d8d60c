-- title: No table has policies while row-level security is off
-- level: error
-- scope: any
select p.relation, format('has %%s, and row-level security is off: none applies',
                          case count(*) when 1 then 'a policy' else count(*) || ' policies' end)
  from our_policies p join our_tables t on t.oid = p.table_oid
 where not t.secured
 group by p.relation
