-- name: sees_all
-- True if this role sees every row: row-level security binds the owner of our tables too.
select rolsuper or rolbypassrls from pg_catalog.pg_roles where rolname = current_user

-- name: snapshot
-- Exports a snapshot, so that counts and dump are of one moment.
select pg_catalog.pg_export_snapshot()

-- name: tables
-- Every table, quoted if necessary.
select format('%%I.%%I', n.nspname, c.relname) as name
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
   and format('%%I.%%I', n.nspname, c.relname) <> all (%(out)s)
 order by 1

-- name: objects
-- Number of objects that prevent a restore.
select count(*) from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p', 'v', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
   and not exists (select from pg_catalog.pg_depend d
                    where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')

-- name: schema
-- The newest migration of this database.
select max(version) from dbmate.schema_migrations
