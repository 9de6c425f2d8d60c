-- title: Event triggers belong to superusers
-- level: warning
-- scope: any
select e.evtname, format('runs %%s with the rights of whoever changes the schema', e.evtfoid::regprocedure)
  from pg_event_trigger e
 where e.evtenabled <> 'D'
   and not exists (select from pg_depend d
                    where d.classid = 'pg_event_trigger'::regclass and d.objid = e.oid and d.deptype = 'e')
   and e.evtowner not in (select oid from pg_roles where rolsuper)
