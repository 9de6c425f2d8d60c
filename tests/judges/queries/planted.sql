-- name: schema
-- A schema of another design than ours, with holes that people leave: a tenant is the setting app.org_id, as in most of the
-- applications that outside judges were made for, and requests come as anon. Each hole is in relations of its own, called as
-- the hole; everything else about them is as in its twin, `sound`, or `sound_` and its name. What a judge finds at a hole and
-- not at its twin is what it says about the hole.
create role anon nologin;
grant usage on schema public to anon;

create function pg_temp.plant(p_name text, p_more text default '') returns void language plpgsql as $$
begin
    execute format('create table public.%I (org_id uuid not null, id uuid not null default gen_random_uuid(), label text not null,
        created_at timestamptz not null default now() %s, primary key (org_id, id))', p_name, p_more);
    execute format('alter table public.%I enable row level security, force row level security', p_name);
    execute format('create policy reading on public.%I for select to anon
        using (org_id = (select current_setting(''app.org_id'', true)::uuid))', p_name);
    execute format('create policy adding on public.%I for insert to anon
        with check (org_id = (select current_setting(''app.org_id'', true)::uuid))', p_name);
    execute format('create policy changing on public.%I for update to anon
        using (org_id = (select current_setting(''app.org_id'', true)::uuid))
        with check (org_id = (select current_setting(''app.org_id'', true)::uuid))', p_name);
    execute format('create policy removing on public.%I for delete to anon
        using (org_id = (select current_setting(''app.org_id'', true)::uuid))', p_name);
    execute format('create index on public.%I (label)', p_name);
    execute format('grant select, insert, update, delete on public.%I to anon', p_name);
end $$;
select pg_temp.plant('sound');

-- gates that check only that an organization is open, not which
select pg_temp.plant('delete_gate'), pg_temp.plant('update_gate'), pg_temp.plant('insert_gate');
alter policy removing on public.delete_gate using (org_id is not null);
alter policy changing on public.update_gate using (org_id is not null) with check (org_id is not null);
alter policy adding on public.insert_gate with check (org_id is not null);

-- keys that ignore the policies
select pg_temp.plant('cascading_parent', ', unique (id)');
select pg_temp.plant('sound_cascading', ', parent uuid, constraint parent_is_there foreign key (org_id, parent) references public.sound (org_id, id) on delete cascade');
create index on public.sound_cascading (org_id, parent);
select pg_temp.plant('cascading', ', parent uuid constraint parent_is_there references public.cascading_parent (id) on delete cascade');
create index on public.cascading (parent);
select pg_temp.plant('global_key', ', unique (label)');
select pg_temp.plant('exclusion', ', during tstzrange not null default tstzrange(null, null), exclude using gist (during with &&)');

-- a partition with a door of its own
create table public.partitioned (org_id uuid not null, id uuid not null default gen_random_uuid(), label text not null,
    primary key (org_id, id)) partition by hash (org_id);
create table public.open_partition partition of public.partitioned for values with (modulus 1, remainder 0);
alter table public.partitioned enable row level security, force row level security;
create policy reading on public.partitioned for select to anon
    using (org_id = (select current_setting('app.org_id', true)::uuid));
grant select on public.partitioned, public.open_partition to anon;

-- policies that trust or allow too much
create function public.sound_frozen_organization() returns uuid language sql stable set search_path = pg_catalog, pg_temp
    as $$ select current_setting('app.org_id', true)::uuid $$;
create function public.frozen_organization() returns uuid language sql immutable set search_path = pg_catalog, pg_temp
    as $$ select current_setting('app.org_id', true)::uuid $$;
revoke execute on function public.sound_frozen_organization(), public.frozen_organization() from public;
grant execute on function public.sound_frozen_organization(), public.frozen_organization() to anon;
select pg_temp.plant('sound_immutable'), pg_temp.plant('immutable');
alter policy reading on public.sound_immutable using (org_id = (select public.sound_frozen_organization()));
alter policy reading on public.immutable using (org_id = (select public.frozen_organization()));
select pg_temp.plant('another_policy'), pg_temp.plant('throwing');
create policy shared on public.another_policy for select to anon using (label is not null);
alter policy reading on public.throwing
    using (case when label::int > 0 then org_id = (select current_setting('app.org_id', true)::uuid) else false end);

-- the setting itself: any statement sets it. Its twin compares the login, which no statement changes.
create table public.sound_setting (org_id uuid not null, id uuid not null default gen_random_uuid(), login name not null,
    label text not null, primary key (org_id, id));
create table public.setting (like public.sound_setting including all);
alter table public.sound_setting enable row level security, force row level security;
alter table public.setting enable row level security, force row level security;
create index on public.sound_setting (login);
create index on public.setting (login);
create policy reading on public.sound_setting for select to anon using (login = session_user);
create policy reading on public.setting for select to anon
    using (org_id = (select current_setting('app.org_id', true)::uuid));
grant select on public.sound_setting, public.setting to anon;

-- missing row-level security
select pg_temp.plant('not_forced'), pg_temp.plant('switched_off'), pg_temp.plant('no_policy'), pg_temp.plant('truncating');
alter table public.not_forced no force row level security;
alter table public.switched_off disable row level security;
drop policy reading on public.no_policy;
drop policy adding on public.no_policy;
drop policy changing on public.no_policy;
drop policy removing on public.no_policy;
grant truncate on public.truncating to anon;

-- whoever may write memberships belongs everywhere
create table public.sound_memberships (org_id uuid not null, user_id uuid not null, primary key (org_id, user_id));
create table public.memberships (like public.sound_memberships including all);
create index on public.sound_memberships (user_id);
create index on public.memberships (user_id);
alter table public.sound_memberships enable row level security, force row level security;
alter table public.memberships enable row level security, force row level security;
create policy reading on public.sound_memberships for select to anon
    using (user_id = (select current_setting('app.user_id', true)::uuid));
create policy reading on public.memberships for select to anon
    using (user_id = (select current_setting('app.user_id', true)::uuid));
create policy joining on public.sound_memberships for insert to anon
    with check (org_id = (select current_setting('app.org_id', true)::uuid));
create policy joining on public.memberships for insert to anon
    with check (user_id = (select current_setting('app.user_id', true)::uuid));
grant select, insert on public.sound_memberships, public.memberships to anon;
select pg_temp.plant('of_members');
alter policy reading on public.of_members using (org_id in (
    select m.org_id from public.memberships m
     where m.user_id = (select current_setting('app.user_id', true)::uuid)));

-- the owner's rights: row-level security that is not forced does not bind the owner
create view public.sound_definer_view with (security_invoker = true, security_barrier = true) as select * from public.not_forced;
create view public.definer_view with (security_barrier = true) as select * from public.not_forced;
create materialized view public.materialized as select * from public.not_forced;
grant select on public.sound_definer_view, public.definer_view, public.materialized to anon;
create function public.sound_definer_function() returns bigint language sql stable set search_path = pg_catalog, pg_temp
    as $$ select count(*) from public.not_forced $$;
create function public.definer_function() returns bigint language sql stable security definer
    as $$ select count(*) from public.not_forced $$;
revoke execute on function public.sound_definer_function() from public;
grant execute on function public.sound_definer_function() to anon;

-- future objects
alter default privileges in schema public grant all on tables to public;
