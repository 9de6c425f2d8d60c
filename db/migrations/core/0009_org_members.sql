-- migrate:up

-- Who belongs where, with which rank. Every context reads it, so removing or demoting somebody holds from their next
-- transaction on. Written by functions only (schema core).
create table public.org_members (
    org_id     uuid not null,
    user_id    uuid not null,
    role       text not null,
    joined_at  timestamptz not null default now(),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint org_members_pkey primary key (org_id, user_id),
    constraint org_members_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint org_members_user_fkey foreign key (user_id) references public.profiles (id) on delete restrict,
    constraint org_members_role_known check (role in ('owner', 'admin', 'member', 'viewer'))
);
comment on table public.org_members is 'Memberships and their ranks: viewer < member < admin < owner.';
create index org_members_user_idx on public.org_members (user_id);   -- a person's organisations; the foreign key

select seal_private.protect('public.org_members', p_add => null, p_change => null, p_remove => null);
grant select on public.org_members to sb_seal;
grant select, insert (org_id, user_id, role), update (role), delete on public.org_members to sb_gate;

create policy openings_read on public.org_members for select to sb_seal using (true);
create policy membership on public.org_members to sb_gate using (true) with check (true);

-- Between organisations a person sees where they belong, and what those are called. Inside one, nothing of another: not even
-- that the same person is in it.
alter policy tenant_floor on public.org_members
    using (org_id = (select seal.org(1)) or user_id = (select seal.person()))
    with check (org_id = (select seal.org(1)));
create policy own_memberships on public.org_members for select to sb_tenant using (user_id = (select seal.person()));
create policy own_organizations on public.organizations for select to sb_tenant
    using (id in (select m.org_id from public.org_members m where m.user_id = (select seal.person())));

-- Profiles: a person's own, and those of the people in the open organisation.
create policy own_profile on public.profiles for select to sb_tenant using (id = (select seal.person()));
create policy own_profile_change on public.profiles for update to sb_tenant
    using (id = (select seal.person())) with check (id = (select seal.person()));
create policy colleagues on public.profiles for select to sb_tenant
    using (id in (select m.user_id from public.org_members m where m.org_id = (select seal.org(1))));

select seal_private.deviate('policy', 'public.org_members', 'openings_read', 'An opening looks the membership up before there is a context.'),
       seal_private.deviate('policy', 'public.org_members', 'membership', 'core''s functions write memberships; each checks the context and the ranks first.'),
       seal_private.deviate('policy', 'public.org_members', 'tenant_floor', 'A person between organisations sees their own memberships.'),
       seal_private.deviate('policy', 'public.org_members', 'own_memberships', 'A person between organisations sees their own memberships.'),
       seal_private.deviate('policy', 'public.organizations', 'own_organizations', 'A person between organisations sees the names of their own.'),
       seal_private.deviate('policy', 'public.profiles', 'own_profile', 'A person between organisations sees their own profile.'),
       seal_private.deviate('policy', 'public.profiles', 'own_profile_change', 'A person between organisations changes their own profile.'),
       seal_private.deviate('policy', 'public.profiles', 'colleagues', 'People who share the open organisation see each other''s profile.');

-- migrate:down
