-- title: A policy's rank and kind of context match its comment
-- level: error
-- scope: sealed
-- protect() writes both from the same words. A rank that was lowered afterwards differs from its word.
select p.name || ' on ' || p.relation,
       format('lets %%s in, and its comment says %%s', x.lets, coalesce(x.meant, 'nothing'))
  from our_policies p,
       lateral (select obj_description(p.oid, 'pg_policy') as said) c,
       lateral (select distinct 'rank ' || m[1], substring(c.said from '^\w+'),
                       substring(c.said from '^\w+')
                           is distinct from (array['guest', 'viewer', 'member', 'admin', 'owner'])[m[1]::int + 1]
                  from unnest(array[p.using, p.check]) e, regexp_matches(e, 'seal\.org\(([0-4])\)', 'g') m
                union
                select coalesce('kind ' || k.asked, 'any kind'), 'kind ' || k.meant, k.asked is distinct from k.meant
                  from unnest(array[p.using, p.check]) e,
                       lateral (select substring(e from 'seal\.kind\(\) AS kind\) = ''(\w+)''') as asked,
                                       substring(c.said from 'in a context of kind (\w+)') as meant) k
                 where e is not null) x (lets, meant, wrong)
 where x.wrong and p.schema = 'public' and p.permissive and p.name like 'tenant\_%%'
