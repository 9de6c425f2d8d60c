-- migrate:up

-- Organizations, people, and who belongs where. One file, for each of the three tables lets in by what another says.

-- People --------------------------------------------------------------------------------------------------------------

-- What everybody has who can sign in. Not a row of an organization: a person may be in several, or in none yet.
create table public.profiles (
    id                  uuid not null,
    email               text not null,
    email_confirmed_at  timestamptz,
    full_name           text not null default '',
    onboarding_complete boolean not null default false,
    locale              text not null default 'en',
    lock_version        int not null default 0,
    created_at          timestamptz not null default now(),
    updated_at          timestamptz not null default now(),
    constraint profiles_pkey primary key (id),
    constraint profiles_email_is_an_address check (email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 320),
    constraint profiles_locale_is_a_tag check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$')
);
comment on table public.profiles is 'People: what their colleagues see of them.';
comment on column public.profiles.id is
    'The id in auth.users. A plain column: that table may belong to another auth server.';
comment on column public.profiles.email is
    'The address that was proven last; before any was, the one given. Only the sign-in code writes it.';
comment on column public.profiles.email_confirmed_at is
    'Since when it is known that the account''s address is this person''s; null: it is not, and what hangs on the '
    'address is not theirs.';
comment on column public.profiles.onboarding_complete is 'The first-hour guide is done or dismissed.';
comment on column public.profiles.lock_version is
    'Counts changes: a change names the number that it has read.';

create trigger touch before update on public.profiles for each row execute function seal_private.touch();
create trigger change_counts before update on public.profiles for each row
    execute function seal_private.count_change();
select seal_private.close('public.profiles'), seal_private.bound('public.profiles');
grant select on public.profiles to sb_tenant, sb_gate;
grant update (full_name, onboarding_complete, locale) on public.profiles to sb_tenant;
grant insert (id, email, email_confirmed_at, full_name), update (email, email_confirmed_at)
   on public.profiles to sb_gate;

create policy sign_in on public.profiles to sb_gate using (true) with check (true);
create policy own_profile on public.profiles for select to sb_tenant using (id = (select seal.person()));
create policy own_profile_change on public.profiles for update to sb_tenant
    using (id = (select seal.person())) with check (id = (select seal.person()));
-- Colleagues see each other: the policy stands below org_members, which it reads.
select seal_private.deviate('policy', 'public.profiles', 'sign_in',
           'The sign-in code makes a profile before there is an organization.'),
       seal_private.deviate('policy', 'public.profiles', 'own_profile',
           'A person between organizations sees their own profile.'),
       seal_private.deviate('policy', 'public.profiles', 'own_profile_change',
           'A person between organizations changes their own profile.'),
       seal_private.deviate('key', 'public.profiles', 'profiles_pkey',
           'A person''s id, made by the server; tenants cannot insert.'),
       seal_private.deviate('table', 'public.profiles', 'org_id',
           'A person is in several organizations, or in none yet.');

-- Organizations -------------------------------------------------------------------------------------------------------

-- The root of every tenant. Written by functions only (schema core): founding one makes its first owner in the same
-- breath.
create table public.organizations (
    id                 uuid not null default seal.new_id(),
    name               text not null,
    plan               text not null default 'free',
    branding           jsonb not null default '{}',
    stripe_customer_id text,
    locale             text not null default 'en',
    currency           text not null default 'EUR',
    timezone           text not null default 'UTC',
    require_mfa        boolean not null default false,
    lock_version       int not null default 0,
    created_at         timestamptz not null default now(),
    updated_at         timestamptz not null default now(),
    constraint organizations_pkey primary key (id),
    constraint organizations_stripe_customer_key unique (stripe_customer_id),
    constraint organizations_name_given check (btrim(name) <> '' and length(name) <= 200),
    constraint organizations_plan_is_a_name check (plan ~ '^[a-z][a-z0-9_]*$'),
    constraint organizations_branding_is_object check (jsonb_typeof(branding) = 'object'),
    constraint organizations_currency_is_iso_4217 check (currency ~ '^[A-Z]{3}$'),
    constraint organizations_locale_is_a_tag check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
    constraint organizations_timezone_given check (timezone ~ '^[A-Za-z][A-Za-z0-9_+/-]*$')
);
comment on table public.organizations is 'An agency. The one with the nil uuid is the platform: the operator''s own.';
comment on column public.organizations.plan is 'A name; what it allows is configuration, not rows.';
comment on column public.organizations.branding is 'Logo, colours, letterhead: shown to clients.';
comment on column public.organizations.stripe_customer_id is 'Set by billing; no function of a tenant writes it.';
comment on column public.organizations.currency is 'ISO 4217: the default of new proposals.';
comment on column public.organizations.require_mfa is
    'People open it with a second factor only; API keys, links and jobs show none, and go on.';
comment on column public.organizations.lock_version is
    'Counts changes: a change names the number that it has read.';

create trigger touch before update on public.organizations for each row execute function seal_private.touch();
create trigger change_counts before update on public.organizations for each row
    execute function seal_private.count_change();
select seal_private.close('public.organizations'), seal_private.bound('public.organizations', '{"branding": 100000}');
grant select on public.organizations to sb_tenant;
grant select on public.organizations to sb_seal;
grant select, insert (id, name, locale, currency, timezone),
      update (name, branding, locale, currency, timezone, require_mfa)
   on public.organizations to sb_gate;

-- The floor of a table whose key is the organization itself; the way in of its members stands below org_members.
create policy own_organization on public.organizations for select to sb_tenant using (id = (select seal.org(1)));
create policy founding on public.organizations to sb_gate using (true) with check (true);
create policy openings_read on public.organizations for select to sb_seal using (true);
select seal_private.deviate('policy', 'public.organizations', 'own_organization',
           'The organization''s id is the key itself, so the policy compares id instead of org_id.'),
       seal_private.deviate('policy', 'public.organizations', 'founding',
           'core''s functions make and change organizations; each checks the context first.'),
       seal_private.deviate('policy', 'public.organizations', 'openings_read',
           'An opening asks if the organization wants a second factor before there is a context.'),
       seal_private.deviate('key', 'public.organizations', 'organizations_pkey',
           'The organization''s id, made by the server; tenants cannot insert.'),
       seal_private.deviate('key', 'public.organizations', 'organizations_stripe_customer_key',
           'Stripe''s own id; tenants cannot insert or update it.'),
       seal_private.deviate('table', 'public.organizations', 'org_id',
           'The organization itself: its id is what every org_id refers to.');

-- The operator is an organization too: switches of the whole installation, and events that belong to nobody, are its
-- rows.
insert into public.organizations (id, name) values ('00000000-0000-0000-0000-000000000000', 'Platform');

-- Memberships ---------------------------------------------------------------------------------------------------------

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
create index org_members_user_idx on public.org_members (user_id);   -- a person's organizations; the foreign key

select seal_private.protect('public.org_members', p_add => null, p_change => null, p_remove => null);
grant select on public.org_members to sb_seal;
grant select, insert (org_id, user_id, role), update (role), delete on public.org_members to sb_gate;

create policy openings_read on public.org_members for select to sb_seal using (true);
create policy membership on public.org_members to sb_gate using (true) with check (true);

-- Between organizations a person sees where they belong, and what those are called. Inside one, nothing of another:
-- not even that the same person is in it.
alter policy tenant_floor on public.org_members
    using (org_id = (select seal.org(1)) or user_id = (select seal.person()))
    with check (org_id = (select seal.org(1)));
create policy own_memberships on public.org_members for select to sb_tenant using (user_id = (select seal.person()));

create policy own_organizations on public.organizations for select to sb_tenant
    using (id in (select m.org_id from public.org_members m where m.user_id = (select seal.person())));
create policy colleagues on public.profiles for select to sb_tenant
    using (id in (select m.user_id from public.org_members m where m.org_id = (select seal.org(1))));
select seal_private.deviate('policy', 'public.org_members', 'openings_read',
           'An opening looks the membership up before there is a context.'),
       seal_private.deviate('policy', 'public.org_members', 'membership',
           'core''s functions write memberships; each checks the context and the ranks first.'),
       seal_private.deviate('policy', 'public.org_members', 'tenant_floor',
           'A person between organizations sees their own memberships.'),
       seal_private.deviate('policy', 'public.org_members', 'own_memberships',
           'A person between organizations sees their own memberships.'),
       seal_private.deviate('policy', 'public.organizations', 'own_organizations',
           'A person between organizations sees the names of their own.'),
       seal_private.deviate('policy', 'public.profiles', 'colleagues',
           'People who share the open organization see each other''s profile.');

create function seal_private.rank_in(p_org uuid, p_user uuid) returns int
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select seal_private.rank_of(m.role) from public.org_members m where m.org_id = p_org and m.user_id = p_user
$$;

select seal_private.admit('seal_private.rank_in(uuid, uuid)', 'sb_seal', '{sb_queue, sb_gate}',
           'a person''s rank in an organization now, null for none');

-- migrate:down
