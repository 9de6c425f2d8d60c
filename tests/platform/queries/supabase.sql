-- name: rename
-- There the superuser of the cluster is supabase_admin, and postgres has been demoted. Nobody can rename the role that they
-- came as, so somebody else does.
alter role postgres rename to supabase_admin;
create role postgres login createdb createrole replication bypassrls;

-- name: cluster
-- The roles that Supabase's services log in as or switch to, and the grants of the operator's postgres.
create role anon nologin;
create role authenticated nologin;
create role service_role nologin bypassrls;
create role authenticator login noinherit;
create role dashboard_user createdb createrole replication;
create role supabase_auth_admin login noinherit createrole;
create role supabase_storage_admin login noinherit createrole;
create role supabase_read_only_user login bypassrls;
grant anon, authenticated, service_role to authenticator, postgres, supabase_storage_admin;
grant pg_read_all_data, pg_signal_backend, pg_monitor to postgres;
grant pg_read_all_data to supabase_read_only_user;
alter role supabase_admin set search_path = "$user", public, auth, extensions;
alter role postgres set search_path = "$user", public, extensions;
alter role supabase_auth_admin set search_path = auth;
alter role anon set statement_timeout = '3s';
alter role authenticated set statement_timeout = '8s';
alter database postgres owner to postgres;
grant connect, temporary on database postgres to public;

-- name: database
-- The database as its services leave it: their schemas, their functions for policies, and the generous defaults in public.
create schema extensions;
grant usage on schema extensions to postgres, anon, authenticated, service_role;
grant usage on schema public to anon, authenticated, service_role;
alter default privileges for role postgres in schema public grant all on tables to postgres, anon, authenticated, service_role;
alter default privileges for role postgres in schema public grant all on functions to postgres, anon, authenticated, service_role;
alter default privileges for role postgres in schema public grant all on sequences to postgres, anon, authenticated, service_role;
alter default privileges for role supabase_admin in schema public grant all on tables to postgres, anon, authenticated, service_role;
alter default privileges for role supabase_admin in schema public grant all on functions to postgres, anon, authenticated, service_role;
alter default privileges for role supabase_admin in schema public grant all on sequences to postgres, anon, authenticated, service_role;

-- sign-in
create schema auth;
grant usage on schema auth to postgres, anon, authenticated, service_role;
create table auth.users (id uuid primary key, email varchar(255) unique, raw_app_meta_data jsonb, raw_user_meta_data jsonb);
create table auth.sessions (id uuid primary key, user_id uuid not null references auth.users (id) on delete cascade);
alter table auth.users enable row level security;
alter table auth.sessions enable row level security;
create function auth.jwt() returns jsonb language sql stable
    as $$ select coalesce(nullif(current_setting('request.jwt.claims', true), '')::jsonb, '{}') $$;
create function auth.uid() returns uuid language sql stable as $$ select (auth.jwt() ->> 'sub')::uuid $$;
create function auth.role() returns text language sql stable as $$ select auth.jwt() ->> 'role' $$;
grant all on all tables in schema auth to postgres, dashboard_user;
grant all on all routines in schema auth to postgres, dashboard_user;
alter schema auth owner to supabase_auth_admin;
alter table auth.users owner to supabase_auth_admin;
alter table auth.sessions owner to supabase_auth_admin;
alter function auth.jwt() owner to supabase_auth_admin;
alter function auth.uid() owner to supabase_auth_admin;
alter function auth.role() owner to supabase_auth_admin;

-- files
create schema storage;
grant usage on schema storage to postgres, anon, authenticated, service_role;
create table storage.buckets (id text primary key, name text not null unique, owner uuid, public boolean default false);
create table storage.objects (id uuid primary key default gen_random_uuid(), bucket_id text references storage.buckets (id),
    name text, owner uuid, unique (bucket_id, name));
alter table storage.buckets enable row level security;
alter table storage.objects enable row level security;
create function storage.filename(name text) returns text language plpgsql
    as $$ begin return reverse(split_part(reverse(name), '/', 1)); end $$;
grant all on all tables in schema storage to postgres, anon, authenticated, service_role;
grant all on all routines in schema storage to postgres, dashboard_user;
alter schema storage owner to supabase_storage_admin;
alter table storage.buckets owner to supabase_storage_admin;
alter table storage.objects owner to supabase_storage_admin;
alter function storage.filename(text) owner to supabase_storage_admin;

-- changes as they happen, secrets, and the API's cache of the schema
create schema realtime;
grant usage on schema realtime to postgres, anon, authenticated, service_role;
create table realtime.messages (id uuid not null default gen_random_uuid(), topic text not null, payload jsonb,
    inserted_at timestamp not null default now(), primary key (id, inserted_at)) partition by range (inserted_at);
alter table realtime.messages enable row level security;
grant select, insert, update on realtime.messages to anon, authenticated, service_role;
create publication supabase_realtime;
create schema vault;
grant usage on schema vault to postgres, service_role;
create table vault.secrets (id uuid primary key default gen_random_uuid(), name text unique, secret text not null);
create view vault.decrypted_secrets as select id, name, secret as decrypted_secret from vault.secrets;
grant select, delete on vault.secrets, vault.decrypted_secrets to postgres, service_role;
create function vault.create_secret(new_secret text, new_name text) returns uuid language sql security definer
    set search_path = '' as $$ insert into vault.secrets (secret, name) values (new_secret, new_name) returning id $$;
revoke execute on function vault.create_secret(text, text) from public;
grant execute on function vault.create_secret(text, text) to postgres, service_role;
create function extensions.pgrst_ddl_watch() returns event_trigger language plpgsql
    as $$ begin notify pgrst, 'reload schema'; end $$;
create event trigger pgrst_ddl_watch on ddl_command_end execute function extensions.pgrst_ddl_watch();

-- name: vector_in_extensions
-- As the dashboard installs it.
create extension vector with schema extensions;
grant all privileges on all routines in schema extensions to postgres with grant option

-- name: vector_in_public
-- As a migration with nothing but its name installs it.
create extension vector with schema public

-- name: relations
-- Every relation of ours, by name.
select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p', 'v', 'm', 'S') and n.nspname = any (%(schemas)s)
   and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
 order by 1

-- name: given
-- Privileges of these roles on anything of ours, whoever granted them: as the server itself answers.
with strangers as (
    select r.oid, r.rolname from pg_roles r where r.rolname = any (%(roles)s)
), ours as (
    select n.oid from pg_namespace n where n.nspname = any (%(schemas)s)
)
select s.rolname, c.oid::regclass::text
  from strangers s, pg_class c
 where c.relnamespace in (select oid from ours) and c.relkind in ('r', 'p', 'v', 'm')
   and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
   and (has_table_privilege(s.oid, c.oid, 'select, insert, update, delete, truncate, references, trigger')
        or has_any_column_privilege(s.oid, c.oid, 'select, insert, update, references'))
union all
select s.rolname, c.oid::regclass::text
  from strangers s, pg_class c
 where c.relnamespace in (select oid from ours) and c.relkind = 'S'
   and has_sequence_privilege(s.oid, c.oid, 'usage, select, update')
union all
select s.rolname, p.oid::regprocedure::text
  from strangers s, pg_proc p
 where p.pronamespace in (select oid from ours) and has_function_privilege(s.oid, p.oid, 'execute')
   and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
union all
select s.rolname, n.oid::regnamespace::text
  from strangers s, pg_namespace n
 where n.oid in (select oid from ours) and n.nspname <> 'public' and has_schema_privilege(s.oid, n.oid, 'usage, create')

-- name: template
-- Our own server closed functions that show statements in the template of databases; Supabase's has them as PostgreSQL comes.
grant execute on function pg_stat_get_activity(int), pg_stat_get_backend_activity(int), pg_prepared_statement(), pg_cursor() to public;
grant select on pg_stat_activity, pg_prepared_statements, pg_cursors to public
