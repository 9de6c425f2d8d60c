-- migrate:up

-- The organization's plan, as Stripe says.
create table public.subscriptions (
    org_id                 uuid not null,
    id                     uuid not null default seal.new_id(),
    stripe_subscription_id text not null,
    plan                   text not null,
    status                 text not null,
    current_period_end     timestamptz,
    cancel_at_period_end   boolean not null default false,
    created_at             timestamptz not null default now(),
    updated_at             timestamptz not null default now(),
    constraint subscriptions_pkey primary key (org_id, id),
    constraint subscriptions_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint subscriptions_stripe_subscription_key unique (org_id, stripe_subscription_id),
    constraint subscriptions_stripe_subscription_id_given
        check (stripe_subscription_id <> '' and length(stripe_subscription_id) <= 255),
    constraint subscriptions_plan_given check (plan <> '' and length(plan) <= 100),
    constraint subscriptions_status_known check (status in (
        'incomplete', 'incomplete_expired', 'trialing', 'active', 'past_due', 'canceled', 'unpaid', 'paused'))
);
comment on table public.subscriptions is 'Subscriptions of the organization, synced from Stripe.';
comment on column public.subscriptions.plan is
    'The name of a plan in the configuration: what the organization may use.';
comment on column public.subscriptions.status is 'In Stripe''s words.';

select seal_private.protect('public.subscriptions',
    p_read => 'admin', p_add => 'viewer', p_change => 'viewer', p_remove => null,
    p_kind => 'billing', p_once => '{stripe_subscription_id}');

-- migrate:down
