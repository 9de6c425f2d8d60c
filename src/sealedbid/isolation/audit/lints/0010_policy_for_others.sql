-- title: Policies for roles besides tenants are listed
-- level: error
-- scope: sealed
select p.name || ' on ' || p.relation, 'lets ' || array_to_string(p.roles, ', ') || ' in, and is not listed'
  from our_policies p
 where p.roles <> '{sb_tenant}'
   and not exists (select from deviations d where d.kind = 'policy' and d.relation = p.relation and d.name = p.name)
