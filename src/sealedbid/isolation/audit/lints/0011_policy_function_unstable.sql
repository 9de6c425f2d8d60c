-- title: Functions of policies are STABLE
-- level: error
-- scope: any
-- An immutable result is folded into a cached plan, which then serves one tenant another tenant's rows.
select f.name, format('is %%s, and policies call it (%%s first)',
                      case f.provolatile when 'i' then 'immutable' else 'volatile' end, min(p.relation))
  from our_policies p
  join pg_depend d on d.classid = 'pg_policy'::regclass and d.objid = p.oid and d.refclassid = 'pg_proc'::regclass
  join (select oid, oid::regprocedure::text as name, provolatile from pg_proc) f on f.oid = d.refobjid
 where f.provolatile <> 's'
 group by f.name, f.provolatile
