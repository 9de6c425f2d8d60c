-- name: without_floor
-- A floor that is written out otherwise lets more be read, but nothing be written. It is no lower than needed: of rank 0 only
-- where guests come in by a policy of their own.
select t.name || ' has no floor' from tenant_tables t
 where t.schema = 'public'
   and not exists (select from our_policies p,
                          generate_series(case when exists (select from our_policies g where g.relation = t.name
                                                               and g.name like 'guest\_%') then 0 else 1 end, 4) as rank,
                          lateral (select format('(org_id = ( SELECT seal.org(%s) AS org))', rank) as own) c
                    where p.relation = t.name and not p.permissive and p.command = '*' and p.roles = '{sb_tenant}'
                      and p.check = c.own
                      and (p.using = c.own
                           or p.using like '(' || c.own || ' OR %' and exists (
                                  select from seal.deviations d
                                   where d.kind = 'policy' and d.relation = p.relation and d.name = p.name)))

-- name: unbounded
-- The server prints an expression that is bounded at its top either as the bound alone or as (bound AND ...).
select format('%s on %s is not bounded by organisation and rank', p.name, p.relation) from our_policies p
 where p.schema = 'public' and p.permissive and p.roles && '{sb_tenant, public}'
   and exists (select from unnest(array[p.using, p.check]) e where e is not null
                  and e !~ '^\(org_id = \( SELECT seal\.org\([0-4]\) AS org\)\)$'
                  and e !~ '^\(\(org_id = \( SELECT seal\.org\([0-4]\) AS org\)\) AND ')
   and not exists (select from seal.deviations d where d.kind = 'policy' and d.relation = p.relation and d.name = p.name)

-- name: unchecked
-- An update whose new row is checked by nothing but the old row's condition is one edit away from a hole.
select format('%s on %s has no check of its own', p.name, p.relation) from our_policies p
 where p.command in ('*', 'w') and p.check is null or p.command in ('*', 'w', 'd', 'r') and p.using is null

-- name: unlisted
-- Whoever is let in beside tenants is written down.
select format('%s on %s lets %s in', p.name, p.relation, p.roles) from our_policies p
 where p.roles <> '{sb_tenant}'
   and not exists (select from seal.deviations d where d.kind = 'policy' and d.relation = p.relation and d.name = p.name)

-- name: functions
-- What is immutable is folded into a cached plan, and serves one tenant what another one asked for.
select distinct format('%s in %s: %s', f.name, p.relation, x.fault)
  from our_policies p
  join pg_depend d on d.classid = 'pg_policy'::regclass and d.objid = p.oid and d.refclassid = 'pg_proc'::regclass
  join (select oid, oid::regprocedure::text as name, provolatile, proparallel, proconfig, proleakproof, proowner from pg_proc) f
    on f.oid = d.refobjid,
       lateral (values (f.provolatile <> 's', 'is not stable'), (f.proparallel <> 'r', 'is not parallel restricted'),
                       (not coalesce(f.proconfig @> array['search_path=pg_catalog, pg_temp'], false), 'has no pinned search_path'),
                       (f.proleakproof, 'is leakproof'),
                       (f.proowner in (select oid from our_logins), 'belongs to a login')) x (wrong, fault)
 where x.wrong

-- name: bare_calls
select format('%s on %s calls a function for each row', p.name, p.relation) from our_policies p
 where exists (select from unnest(array[p.using, p.check]) e
                where regexp_replace(e, '\( SELECT \(*seal\.\w+\(', '', 'g') ~ '\m(seal|seal_private|core|system|queue|public)\.\w+\(')
