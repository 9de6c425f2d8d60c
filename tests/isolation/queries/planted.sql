-- Holes as a migration could bring them, each admitted.

-- name: believes_an_id
-- A name by its id, of any organization.
do $$ begin
create function core.client_name(p_client uuid) returns text language sql security definer set search_path = pg_catalog, pg_temp
as 'select c.name from public.clients c where c.id = p_client';
perform seal_private.admit('core.client_name(uuid)', 'sb_gate', '{sb_api}', 'the name of a client');
grant select (id, name) on public.clients to sb_gate;
create policy names on public.clients for select to sb_gate using (true);
perform seal_private.deviate('policy', 'public.clients', 'names', 'core.client_name() looks a name up.');
end $$

-- name: searches_all
-- Organizations that have a client of this name.
do $$ begin
create function core.find_client(p_text text) returns setof uuid language sql security definer set search_path = pg_catalog, pg_temp
as $f$ select c.id from public.clients c where c.name ilike '%' || p_text || '%' $f$;
perform seal_private.admit('core.find_client(text)', 'sb_gate', '{sb_api}', 'finds clients');
grant select (id, name) on public.clients to sb_gate;
create policy search on public.clients for select to sb_gate using (true);
perform seal_private.deviate('policy', 'public.clients', 'search', 'core.find_client() looks for names.');
end $$

-- name: session_for_anybody
-- The pool of requests signs people in.
select seal_private.admit('core.start_session(bytea, uuid, uuid, timestamptz)', 'sb_gate', '{sb_api}', 'sign-in')

-- name: claim_for_bodies
-- Bodies claim jobs themselves.
select seal_private.admit('queue.claim(uuid, integer, uuid[], real[], smallint[], uuid[], interval, jsonb, text[])', 'sb_queue',
                          '{sb_dispatch, sb_worker}', 'takes jobs')

-- name: rank_may_be_written
-- A tenant sets a job's rank.
grant insert (requested_rank) on public.jobs to sb_tenant

-- name: rank_by_default
-- Jobs rank high by default.
alter table public.jobs alter column requested_rank set default 4

-- name: memberships_elsewhere
-- All memberships of the person, in any organization.
do $$ begin
create function core.memberships() returns setof uuid language sql stable security definer set search_path = pg_catalog, pg_temp
as 'select m.org_id from public.org_members m where m.user_id = seal.user_id()';
perform seal_private.admit('core.memberships()', 'sb_gate', '{sb_api}', 'for the switch of organizations');
end $$

-- name: memberships_by_policy
-- The same by policies.
do $$ begin
alter policy tenant_floor on public.org_members using (org_id = (select seal.org(1)) or user_id = (select seal.user_id()));
alter policy own_memberships on public.org_members using (user_id = (select seal.user_id()));
end $$

-- name: undo
-- Restores the state before the holes.
do $$ begin
drop function if exists core.client_name(uuid), core.find_client(text), core.memberships();
delete from seal.definer_functions where signature in ('core.client_name(uuid)', 'core.find_client(text)', 'core.memberships()');
delete from seal.deviations where relation ~ 'clients$' and name in ('names', 'search');
drop policy if exists names on public.clients;
drop policy if exists search on public.clients;
revoke select on public.clients from sb_gate;
revoke select (id, name) on public.clients from sb_gate;
perform seal_private.admit('core.start_session(bytea, uuid, uuid, timestamptz)', 'sb_gate', '{}', 'sign-in');
perform seal_private.admit('queue.claim(uuid, integer, uuid[], real[], smallint[], uuid[], interval, jsonb, text[])', 'sb_queue',
                           '{sb_dispatch}', 'takes jobs', 'all');
revoke insert (requested_rank) on public.jobs from sb_tenant;
alter table public.jobs alter column requested_rank drop default;
end $$
