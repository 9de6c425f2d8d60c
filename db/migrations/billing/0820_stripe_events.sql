-- migrate:up

-- What Stripe sent, each once. No tenant reads or writes it: the function that checks the signature will.
create table public.stripe_events (
    id          text not null,
    org_id      uuid not null default '00000000-0000-0000-0000-000000000000',
    type        text not null,
    created     timestamptz not null,
    received_at timestamptz not null default now(),
    handled_at  timestamptz,
    error       text,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    constraint stripe_events_pkey primary key (id),
    constraint stripe_events_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint stripe_events_id_given check (id <> '' and length(id) <= 255),
    constraint stripe_events_type_given check (type <> '' and length(type) <= 255)
);
comment on table public.stripe_events is 'Webhook events of Stripe: handled once, and again on request.';
comment on column public.stripe_events.id is 'Stripe''s own id of the event.';
comment on column public.stripe_events.org_id is 'The organization that it is about; the platform until that is known.';
comment on column public.stripe_events.created is
    'The time at which it happened, by Stripe. received_at is the time at which it came.';
create index stripe_events_org_idx on public.stripe_events (org_id, created);

select seal_private.protect('public.stripe_events',
    p_read => null, p_add => null, p_change => null, p_remove => null, p_floor => 'viewer');
select seal_private.deviate('key', 'public.stripe_events', 'stripe_events_pkey',
           'Stripe''s own id, unique in the world; tenants cannot insert.');

-- migrate:down
