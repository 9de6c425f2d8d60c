-- migrate:up

-- The seal: how a transaction comes to belong to one organization, and cannot come to belong to another.
--
--   proof     what a caller can show and nobody can guess: the sha256 of an access token, of an API key, of a link's
--             token. The database keeps sha256(proof), so what a dump holds opens nothing.
--   context   what an opening leaves in a transaction-local setting after it has checked the proof and the membership,
--             authenticated with a key that no login can read, bound to this backend and this transaction.
--   floor     the restrictive policy on every tenant table: rows of the context's organization, or none.
--   rank      guest 0, viewer 1, member 2, admin 3, owner 4.
--
-- Objects are made by the installer, the database's owner, and then given to their owners, with no SET ROLE around
-- DDL: an engine that connects to its shards as the current role could not. Every grant that default privileges made
-- on the way is taken back by catalog.

-- One schema per set of callers, and one that no login may even look into: a lost revoke on a function then opens
-- nothing.
create schema seal;
comment on schema seal is 'Functions that requests and jobs may call: openings, and reading the context.';
create schema seal_auth;
comment on schema seal_auth is 'Functions that only the sign-in code may call.';
create schema seal_private;
comment on schema seal_private is 'Keys, credentials, and what the other functions share. No login has USAGE.';
create schema core;
comment on schema core is 'Functions that write organizations and memberships. Tables stand in public.';
create schema system;
comment on schema system is 'Functions over the audit log and the settings of the installation.';
create schema queue;
comment on schema queue is
    'Functions over jobs: claiming for the dispatcher, finishing for job bodies, stops and schedules for requests.';
create schema intelligence;
comment on schema intelligence is
    'Functions that search what an organization knows, with the rights of who calls them.';

revoke all on schema seal, seal_auth, seal_private, core, system, queue, intelligence from public;
grant usage on schema seal to sb_tenant, sb_seal, sb_gate, sb_queue;
grant usage on schema seal_auth to sb_auth, sb_gate;
-- sb_queue: what a person is now, whether this is the operator: by name, see admit().
grant usage on schema seal_private to sb_seal, sb_gate, sb_queue;
grant usage on schema core to sb_api, sb_gate;
grant usage on schema system to sb_tenant, sb_gate, sb_queue;
grant usage on schema intelligence to sb_tenant;
-- sb_owner: foreign keys are checked as the owner of their table.
grant usage on schema queue to sb_api, sb_worker, sb_dispatch, sb_queue, sb_gate, sb_seal, sb_owner;

-- Tables live in public, as the users of Supabase expect. Nobody makes anything there but the installer.
revoke create on schema public from public;
grant usage on schema public to sb_owner, sb_tenant, sb_seal, sb_gate, sb_queue;

-- A function is born callable by everybody; not here.
alter default privileges revoke execute on functions from public;

do $$
begin
    -- A temporary table can stand in front of one of ours on the search path.
    execute format('revoke temporary on database %I from public', current_database());
    -- Roles are shared by the databases of a cluster, so a login of another installation could come in. Where
    -- Supabase's roles live, their services need the connection that PUBLIC has.
    if not exists (select from pg_catalog.pg_roles where rolname = 'anon') then
        execute format('revoke connect on database %I from public', current_database());
    end if;
    execute format('grant connect on database %I to sb_api, sb_worker, sb_auth, sb_dispatch', current_database());
end $$;

-- migrate:down
