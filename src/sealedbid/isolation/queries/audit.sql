-- name: plain_names
-- Prints qualified names, and finds nothing of ours in place of the server's.
set local search_path = pg_catalog, pg_temp

-- name: database
-- The database, and true if our seal is in it.
select current_database(),
       2 = (select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.nspname = 'seal' and c.relname in ('deviations', 'definer_functions'))

-- name: unknown_schemas
-- Requested schemas that do not exist, or are the server's own.
select coalesce(array_agg(s), '{}') from unnest(%(schemas)s::text[]) s
 where s not in (select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema')

-- name: not_callable
-- The given functions that this role may not call.
select f from unnest(%(functions)s::text[]) f where not has_function_privilege(f, 'execute')

-- name: own_schemas
-- Schemas where our roles own something or have USAGE; others belong to other products, and are not judged.
select array_agg(n.nspname::text order by 1) from pg_namespace n
 where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'dbmate')
   and (exists (select from pg_class c
                 where c.relnamespace = n.oid and c.relowner in (select oid from pg_roles where rolname ~ '^sb_'))
        or exists (select from pg_roles r where r.rolname ~ '^sb_' and has_schema_privilege(r.oid, n.oid, 'usage')))

-- name: tables
-- Number of tables.
select count(*) from our_tables

-- name: trusted
-- A body of plpgsql is text: it uses a table if the table's qualified name is a word of it. Searched as a text first:
-- an expression for each pair of table and function took a third of an audit's time.
select f.name, f.proowner::regrole::text as owner,
       array(select coalesce(r.rolname::text, 'public')
               from aclexplode(f.acl) a left join pg_roles r on r.oid = a.grantee
              where a.grantee <> f.proowner order by 1) as callers,
       array(select t.name from our_tables t
              where strpos(b.body, t.name) > 0 and b.body ~ ('\m' || replace(t.name, '.', '\.') || '\M')
              order by 1) as tables,
       cardinality(string_to_array(trim(both e'\n' from b.body), e'\n')) as lines,
       (select l.reason from definer_functions l where l.signature = f.name) as reason
  from our_functions f, lateral (select coalesce(nullif(f.prosrc, ''), pg_get_functiondef(f.oid)) as body) b
 where f.prosecdef
 order by 1
