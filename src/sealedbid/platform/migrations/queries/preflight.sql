-- name: facts
-- Requirements of an installation, in one row.
select current_user as login,
       d.datname as database,
       pg_catalog.pg_encoding_to_char(d.encoding) as encoding,
       pg_catalog.pg_has_role(d.datdba, 'member') as is_database_owner,
       r.rolcreaterole or r.rolsuper as may_create_roles,
       pg_catalog.has_schema_privilege('public', 'create with grant option') as may_use_public,
       (select e.extversion from pg_catalog.pg_extension e where e.extname = 'vector') as vector_installed,
       (select a.default_version from pg_catalog.pg_available_extensions a where a.name = 'vector') as vector_available
  from pg_catalog.pg_database d, pg_catalog.pg_roles r
 where d.datname = current_database() and r.rolname = current_user

-- name: migrations_table
-- True if the bookkeeping of migrations is there.
select to_regclass('dbmate.schema_migrations') is not null

-- name: applied
-- Versions of the migrations that this database has.
select version from dbmate.schema_migrations order by version

-- name: wait_for_locks
-- Sets this session's lock timeout.
select pg_catalog.set_config('lock_timeout', (%(seconds)s * 1000)::text, false)

-- name: make_bookkeeping_schema
-- The schema of dbmate's table.
create schema if not exists dbmate

-- name: make_bookkeeping
-- The table of dbmate as dbmate would create it, because migrations take turns by locking it.
create table if not exists dbmate.schema_migrations (version varchar primary key)

-- name: take_turn
-- One migration of the database at a time; ends with the transaction. A role that cannot reach the table cannot lock
-- it, which an advisory lock does not promise. Lets dbmate insert rows, and everybody read.
lock table dbmate.schema_migrations in share update exclusive mode

-- name: existing_logins
-- The given roles that the cluster has.
select rolname from pg_catalog.pg_roles where rolname = any (%(logins)s)

-- name: seal_looks
-- True if the seal may see leftovers of its own session: every opening checks.
select pg_catalog.has_function_privilege('sb_seal', 'pg_catalog.pg_prepared_statement()', 'execute')
       and pg_catalog.has_function_privilege('sb_seal', 'pg_catalog.pg_cursor()', 'execute')
