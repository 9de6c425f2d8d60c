-- migrate:up

-- The root of every tenant. Written by functions only (schema core): founding one makes its first owner in the same breath.
create table public.organizations (
    id                 uuid not null default seal.new_id(),
    name               text not null,
    plan               text not null default 'free',
    branding           jsonb not null default '{}',
    stripe_customer_id text,
    locale             text not null default 'en',
    currency           text not null default 'EUR',
    timezone           text not null default 'UTC',
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

create trigger touch before update on public.organizations for each row execute function seal_private.touch();
select seal_private.close('public.organizations'), seal_private.bound('public.organizations', '{"branding": 100000}');
grant select on public.organizations to sb_tenant;
grant select, insert (id, name, locale, currency, timezone), update (name, branding, locale, currency, timezone)
   on public.organizations to sb_gate;

-- The floor of a table whose key is the organisation itself; the way in of its members stands below org_members.
create policy own_organization on public.organizations for select to sb_tenant using (id = (select seal.org(1)));
create policy founding on public.organizations to sb_gate using (true) with check (true);
select seal_private.deviate('policy', 'public.organizations', 'own_organization', 'The organisation''s id is the key itself, so the policy compares id instead of org_id.'),
       seal_private.deviate('policy', 'public.organizations', 'founding', 'core''s functions make and change organisations; each checks the context first.'),
       seal_private.deviate('key', 'public.organizations', 'organizations_pkey', 'The organisation''s id, made by the server; tenants cannot insert.'),
       seal_private.deviate('key', 'public.organizations', 'organizations_stripe_customer_key', 'Stripe''s own id; tenants cannot insert or update it.'),
       seal_private.deviate('table', 'public.organizations', 'org_id', 'The organisation itself: its id is what every org_id refers to.');

-- The operator is an organisation too: switches of the whole installation, and events that belong to nobody, are its rows.
insert into public.organizations (id, name) values ('00000000-0000-0000-0000-000000000000', 'Platform');

-- migrate:down
