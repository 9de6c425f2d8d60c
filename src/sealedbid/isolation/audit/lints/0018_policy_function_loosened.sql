-- title: Functions of policies are parallel restricted and listed, and no login owns them
-- level: error
-- scope: sealed
select f.name, x.fault || ', and policies call it'
  from (select distinct f.oid, f.oid::regprocedure::text as name, f.proparallel, f.proowner
          from our_policies p
          join pg_depend d
            on d.classid = 'pg_policy'::regclass and d.objid = p.oid and d.refclassid = 'pg_proc'::regclass
          join pg_proc f on f.oid = d.refobjid) f,
       lateral (values (f.proparallel <> 'r', 'is not parallel restricted'),
                       (f.proowner in (select oid from our_logins), 'belongs to a login'),
                       (f.name not in (select signature from definer_functions), 'is not listed')) x (wrong, fault)
 where x.wrong
