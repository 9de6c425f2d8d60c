-- migrate:up

-- What everybody has who can sign in. Not a row of an organisation: a person may be in several, or in none yet.
create table public.profiles (
    id                  uuid not null,
    email               text not null,
    email_confirmed_at  timestamptz,
    full_name           text not null default '',
    onboarding_complete boolean not null default false,
    locale              text not null default 'en',
    created_at          timestamptz not null default now(),
    updated_at          timestamptz not null default now(),
    constraint profiles_pkey primary key (id),
    constraint profiles_email_is_an_address check (email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 320),
    constraint profiles_locale_is_a_tag check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$')
);
comment on table public.profiles is 'People: what their colleagues see of them.';
comment on column public.profiles.id is 'The id in auth.users. A plain column: that table may belong to another auth server.';
comment on column public.profiles.email is 'The address that was proven last; before any was, the one given. Only the sign-in code writes it.';
comment on column public.profiles.email_confirmed_at is
    'Since when it is known that the account''s address is this person''s; null: it is not, and what hangs on the address is not theirs.';
comment on column public.profiles.onboarding_complete is 'The first-hour guide is done or dismissed.';

create trigger touch before update on public.profiles for each row execute function seal_private.touch();
select seal_private.close('public.profiles'), seal_private.bound('public.profiles');
grant select on public.profiles to sb_tenant, sb_gate;
grant update (full_name, onboarding_complete, locale) on public.profiles to sb_tenant;
grant insert (id, email, email_confirmed_at, full_name), update (email, email_confirmed_at) on public.profiles to sb_gate;

create policy sign_in on public.profiles to sb_gate using (true) with check (true);
select seal_private.deviate('policy', 'public.profiles', 'sign_in', 'The sign-in code makes a profile before there is an organisation.'),
       seal_private.deviate('key', 'public.profiles', 'profiles_pkey', 'A person''s id, made by the server; tenants cannot insert.'),
       seal_private.deviate('table', 'public.profiles', 'org_id', 'A person is in several organisations, or in none yet.');

-- The policies for people and their colleagues read org_members and stand below that table.

-- migrate:down
