-- migrate:up

-- What an organization used, for plan limits and the page of costs. Counted by the functions that do the thing, each
-- in its own transaction: nobody says what they have used.
create table public.usage_events (
    org_id      uuid not null,
    id          uuid not null default seal.new_id(),
    kind        text not null,
    quantity    bigint not null default 1,
    tokens      bigint not null default 0,
    cost_micros bigint not null default 0,
    job_id      uuid,
    period      date not null default date_trunc('month', queue.now() at time zone 'UTC')::date,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    constraint usage_events_pkey primary key (org_id, id),
    constraint usage_events_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint usage_events_kind_is_a_name
        check (kind ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$' and length(kind) <= 100),
    constraint usage_events_amounts_not_negative check (least(quantity, tokens, cost_micros) >= 0)
);
comment on table public.usage_events is 'Use that counts against a plan or costs money.';
comment on column public.usage_events.cost_micros is 'Millionths of a dollar.';
comment on column public.usage_events.kind is
    'proposal.drafted, once for each run that ends in a draft, however often it is resumed; or the type of a job of '
    'which an attempt used tokens.';
comment on column public.usage_events.job_id is
    'The job that used it; a plain column, since jobs are kept for a while only.';
comment on column public.usage_events.period is 'The first day of the month, UTC, that it counts in.';
create index usage_events_period_idx on public.usage_events (org_id, period, kind);

select seal_private.protect('public.usage_events', p_read => 'admin', p_add => null, p_change => null, p_remove => null,
    p_most => '{"quantity": 1000000000000, "tokens": 1000000000000, "cost_micros": 1000000000000}');
grant insert (org_id, kind, tokens, job_id) on public.usage_events to sb_gate, sb_queue;
create policy recording on public.usage_events for insert to sb_gate, sb_queue with check (true);
select seal_private.deviate('policy', 'public.usage_events', 'recording',
           'Functions count for the organization of the row that they write.');

-- migrate:down
