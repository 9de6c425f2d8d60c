-- name: constraints
-- Checks, keys and foreign keys of every table that a tenant writes: by its login's privilege, or by a function.
select c.relname as table_name, k.name, k.kind
  from pg_class c
  join lateral (
        select conname as name, contype::text as kind
          from pg_constraint where conrelid = c.oid and contype in ('c', 'u', 'p', 'f', 'x')
        union all
        select i.relname, 'u'
          from pg_index x join pg_class i on i.oid = x.indexrelid
         where x.indrelid = c.oid and x.indisunique
           and not exists (select from pg_constraint where conindid = x.indexrelid and contype in ('p', 'u', 'x'))
       ) k on true
 where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
   and (c.relname = any (%(by_functions)s)
        or exists (select from unnest(array['sb_tenant', 'sb_api', 'sb_worker']) login
                    where has_any_column_privilege(login, c.oid, 'insert, update')))
 order by 1, 2

-- name: raised
-- Constraints that functions and triggers name when they refuse.
select distinct found[1] as name
  from pg_proc p, regexp_matches(p.prosrc, 'constraint = ''([a-z0-9_]+)''', 'g') found
 where p.pronamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
union
select split_part(encode(t.tgargs, 'escape'), '\000', 1)
  from pg_trigger t join pg_proc p on p.oid = t.tgfoid
 where p.proname in ('refuse', 'move_along', 'hold_back')
 order by 1

-- name: bounds
-- Columns with a bound, and the function that keeps it.
select c.relname as table_name, b.column_name, p.prosrc as body
  from seal.bounds b
  join pg_class c on c.oid = b.relation::regclass
  join pg_proc p on p.proname = 'bounds_of_' || c.relnamespace::regnamespace || '_' || c.relname

-- name: states
-- What functions raise without naming a constraint: message and SQLSTATE.
select p.oid::regprocedure::text as function_name, m[1] as message, m[3] as state
  from pg_proc p,
       regexp_matches(p.prosrc, 'raise exception ''((?:[^'']|'''')*)''([^;]*?)errcode = ''(\w{5})''([^;]*);', 'g') m
 where p.pronamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
   and m[4] !~ 'constraint'

-- name: columns
-- Columns of every table of ours.
select c.relname as table_name, array_agg(a.attname::text) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
 where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
 group by 1
