-- migrate:up

-- What the organization was billed for its plan, as Stripe says. Written by jobs of the reserved type billing.* alone,
-- which only functions enqueue.
create table public.invoices (
    org_id            uuid not null,
    id                uuid not null default seal.new_id(),
    stripe_invoice_id text not null,
    number            text,
    status            text not null,
    amount            bigint not null,
    amount_paid       bigint not null default 0,
    currency          text not null,
    hosted_url        text,
    period            daterange,
    issued_at         timestamptz,
    paid_at           timestamptz,
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now(),
    constraint invoices_pkey primary key (org_id, id),
    constraint invoices_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint invoices_stripe_invoice_key unique (org_id, stripe_invoice_id),
    constraint invoices_stripe_invoice_id_given check (stripe_invoice_id <> '' and length(stripe_invoice_id) <= 255),
    constraint invoices_status_known check (status in (
        'draft',            -- not yet final
        'open',             -- to be paid
        'paid',
        'void',             -- withdrawn
        'uncollectible')),  -- given up
    constraint invoices_amounts_not_negative check (least(amount, amount_paid) >= 0),
    constraint invoices_currency_is_iso_4217 check (currency ~ '^[A-Z]{3}$'),
    constraint invoices_hosted_url_is_web check (hosted_url ~ '^https://' and length(hosted_url) <= 2000)
);
comment on table public.invoices is 'Invoices to the organization, synced from Stripe.';
comment on column public.invoices.amount is 'Due in all, in the currency''s minor unit.';
comment on column public.invoices.hosted_url is 'Stripe''s page to look at it and pay.';
create index invoices_issued_idx on public.invoices (org_id, issued_at desc);

select seal_private.protect('public.invoices',
    p_read => 'admin', p_add => 'viewer', p_change => 'viewer', p_remove => null,
    p_kind => 'billing', p_once => '{stripe_invoice_id}');

-- migrate:down
