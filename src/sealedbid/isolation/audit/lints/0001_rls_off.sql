-- title: Row-level security is on for every table with rows of tenants
-- level: error
-- scope: any
-- In our own database every table has it, so that no table needs a decision.
select t.name, 'has row-level security off'
  from our_tables t
 where not t.secured
   and (t.oid in (select oid from tenant_tables) or exists (select from definer_functions)
        or exists (select from our_grants g where g.oid = t.oid and g.what in ('table', 'column')))
