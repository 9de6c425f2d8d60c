-- title: No function of the server was replaced
-- level: error
-- scope: any
-- initdb creates information_schema last, except the extension plpgsql: a younger row of a function was written later.
-- A grant or revoke writes the row too: if privileges differ from initdb's, only a function that is no longer compiled
-- shows that it was replaced.
with made as (
    select min(c.xmin::text::bigint) as last from pg_class c where c.relnamespace = 'information_schema'::regnamespace
), written as (
    select p.oid, l.lanname, p.proacl is not distinct from i.initprivs as has_its_privileges
      from pg_proc p
      join pg_language l on l.oid = p.prolang
      left join pg_init_privs i on i.classoid = 'pg_proc'::regclass and i.objoid = p.oid and i.objsubid = 0, made
     where p.oid < 16384 and p.pronamespace = 'pg_catalog'::regnamespace and p.xmin::text::bigint > made.last
       and not exists (select from pg_depend d
                        where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
)
select w.oid::regprocedure::text, 'was replaced after the server was made'
  from written w where w.has_its_privileges or w.lanname not in ('internal', 'c')
