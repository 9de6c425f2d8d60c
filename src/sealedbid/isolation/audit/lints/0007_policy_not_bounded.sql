-- title: Every policy for tenants names organization and rank
-- level: error
-- scope: sealed
-- The server prints an expression that is bounded at its top either as the bound alone or as (bound AND ...).
select p.name || ' on ' || p.relation, 'is not bounded by organization and rank'
  from our_policies p
 where p.schema = 'public' and p.permissive and p.roles && '{sb_tenant, public}'
   and exists (select from unnest(array[p.using, p.check]) e where e is not null
                  and e !~ '^\(org_id = \( SELECT seal\.org\([0-4]\) AS org\)\)$'
                  and e !~ '^\(\(org_id = \( SELECT seal\.org\([0-4]\) AS org\)\) AND ')
   and not exists (select from deviations d where d.kind = 'policy' and d.relation = p.relation and d.name = p.name)
