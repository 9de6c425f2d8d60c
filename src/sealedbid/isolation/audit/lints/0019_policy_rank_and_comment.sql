-- title: The rank in a policy is the one that its comment names
-- level: error
-- scope: sealed
-- protect() writes both from one word. A rank that was lowered afterwards stands beside the word that was meant.
select p.name || ' on ' || p.relation, format('lets rank %%s in, and its comment says %%s', m[1], coalesce(w.meant, 'nothing'))
  from our_policies p,
       lateral (select distinct m from unnest(array[p.using, p.check]) e, regexp_matches(e, 'seal\.org\(([0-4])\)', 'g') m) r (m),
       lateral (select substring(obj_description(p.oid, 'pg_policy') from '^\w+') as meant) w
 where p.schema = 'public' and p.permissive and p.name like 'tenant\_%%'
   and w.meant is distinct from (array['guest', 'viewer', 'member', 'admin', 'owner'])[m[1]::int + 1]
