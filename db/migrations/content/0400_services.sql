-- migrate:up

-- The catalogue: the only source of prices. A model never invents one.
create table public.services (
    org_id           uuid not null,
    id               uuid not null default seal.new_id(),
    name             text not null,
    description      text not null default '',
    unit             text not null default 'project',
    unit_price_minor bigint not null,
    currency         text not null,
    billing_period   text not null default 'once',
    tax_rate         numeric(6, 4) not null default 0,
    active           boolean not null default true,
    lock_version     int not null default 0,
    search           tsvector not null generated always as (
                         setweight(to_tsvector('pg_catalog.simple', core.to_words(name)), 'A')
                         || setweight(to_tsvector('pg_catalog.simple', core.to_words(description)), 'D')) stored,
    created_at       timestamptz not null default now(),
    updated_at       timestamptz not null default now(),
    constraint services_pkey primary key (org_id, id),
    constraint services_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint services_name_key unique (org_id, name),
    constraint services_name_given check (btrim(name) <> '' and length(name) <= 200),
    constraint services_unit_given check (btrim(unit) <> '' and length(unit) <= 40),
    constraint services_price_not_negative check (unit_price_minor >= 0),
    constraint services_currency_is_iso_4217 check (currency ~ '^[A-Z]{3}$'),
    constraint services_billing_period_known check (billing_period in (
        'once',         -- when it is delivered
        'monthly',      -- every month
        'yearly')),     -- every year
    constraint services_tax_rate_is_a_share check (tax_rate between 0 and 1)
);
comment on table public.services is 'Services that the agency sells, with their prices.';
comment on column public.services.unit is 'The unit that the price is for: project, day, hour, page.';
comment on column public.services.unit_price_minor is 'In the currency''s minor unit (cents); never a fraction.';
comment on column public.services.tax_rate is 'A share: 0.19 is 19 %.';
comment on column public.services.active is 'Offered in new proposals.';
comment on column public.services.lock_version is
    'Counts changes: a change names the number that it has read.';
comment on column public.services.search is
    'The words of the texts, those of the name first; see the same column of clients.';

select seal_private.protect('public.services',
    p_add => 'admin', p_change => 'admin', p_fixed => '{lock_version}', p_most => '{"description": 100000}');

create trigger change_counts before update on public.services for each row
    execute function seal_private.count_change();

-- migrate:down
