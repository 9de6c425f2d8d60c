-- The views and functions of the server that a login can read, found in the catalog, whatever the version and its
-- extensions bring.

-- name: sources
-- Every view, and every function without an argument or with one number, that this login may use and that returns text:
-- its name, and a statement that counts the rows with one of %%(needles)s. A statement never has the needles in its
-- text: it would find itself. Quotes and backslashes are left out on both sides, because literals and rows double them.
-- Views of information_schema read tables of the catalog, which know no session; those that call a function that
-- returns rows of its own are searched as well.
with found (name, source) as (
    select c.oid::regclass::text, c.oid::regclass::text || ' v'
      from pg_catalog.pg_class c
     where c.relkind in ('v', 'm') and pg_catalog.has_table_privilege(c.oid, 'select')
       and (c.relnamespace = 'pg_catalog'::regnamespace
            or c.relnamespace = 'information_schema'::regnamespace and exists (
                select from pg_catalog.pg_rewrite r, regexp_matches(r.ev_action::text, ':funcid ([0-9]+)', 'g') called,
                       pg_catalog.pg_proc p
                 where r.ev_class = c.oid and p.oid = called[1]::oid
                   and (p.provolatile = 'v' or p.proretset and p.provolatile <> 'i'))
            or exists (select from pg_catalog.pg_depend d
                        where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'))
    union all
    select p.oid::regprocedure::text,
           case when a.needs = 0 then format('%%I.%%I() v', n.nspname, p.proname)
                else format('unnest(%%%%(numbers)s::int[]) k, lateral %%I.%%I(k::%%s) v', n.nspname, p.proname,
                            p.proargtypes[0]::regtype) end
      from pg_catalog.pg_proc p
      join pg_catalog.pg_namespace n on n.oid = p.pronamespace
      join pg_catalog.pg_type t on t.oid = p.prorettype
     cross join lateral (select p.pronargs - p.pronargdefaults as needs) a
     where p.prokind = 'f' and p.provariadic = 0 and pg_catalog.has_function_privilege(p.oid, 'execute')
       and (n.nspname = 'pg_catalog'
            or exists (select from pg_catalog.pg_depend d
                        where d.classid = 'pg_catalog.pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'))
       and (a.needs = 0 or a.needs <= 1 and p.proargtypes[0] in ('int4'::regtype, 'oid'::regtype, 'int8'::regtype))
       and (t.typcategory in ('S', 'A', 'C')
            or t.oid in ('json'::regtype, 'jsonb'::regtype, 'xml'::regtype, 'bytea'::regtype)
            or t.oid = 'record'::regtype and p.proargmodes is not null)
       and not 'internal'::regtype = any (p.proargtypes::oid[])
)
select name,
       format('select count(*) from %%s,'
                    ' lateral (select translate(lower(v::text), ''\''''"'', '''') as said offset 0) s'
                    ' where exists (select from unnest(%%%%(needles)s::text[]) x where strpos(s.said, x) > 0)', source)
  from found
 order by name

-- name: backends
-- The server's numbers of its sessions.
select pg_catalog.pg_stat_get_backend_idset()

-- name: may_hide
-- True if the installer may keep the logins' statements out of the server's views (db/roles/settings.sql).
select pg_catalog.has_parameter_privilege('track_activities', 'set')
