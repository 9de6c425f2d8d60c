-- name: schemas
-- Every schema that is not the server's, by catalog: one that is added tomorrow is judged too.
select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' order by 1

-- name: planted
-- What the planted schema is made of, by name.
select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
union
select proname from pg_proc where pronamespace = 'public'::regnamespace
   and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = pg_proc.oid and d.deptype = 'e')
