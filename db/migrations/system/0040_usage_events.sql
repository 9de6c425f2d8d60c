-- migrate:up

-- What an organisation used, for plan limits and the page of costs. Appended by a function only.
create table public.usage_events (
    org_id      uuid not null,
    id          uuid not null default seal.new_id(),
    kind        text not null,
    quantity    bigint not null default 1,
    tokens      bigint not null default 0,
    cost_micros bigint not null default 0,
    job_id      uuid,
    period      date not null default date_trunc('month', now() at time zone 'UTC')::date,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    constraint usage_events_pkey primary key (org_id, id),
    constraint usage_events_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint usage_events_kind_is_a_name check (kind ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$' and length(kind) <= 100),
    constraint usage_events_amounts_not_negative check (least(quantity, tokens, cost_micros) >= 0)
);
comment on table public.usage_events is 'Use that counts against a plan or costs money.';
comment on column public.usage_events.cost_micros is 'Millionths of a dollar.';
comment on column public.usage_events.job_id is 'The job that used it, from the context; a plain column, since jobs are kept for a while only.';
comment on column public.usage_events.period is 'The first day of the month, UTC, that it counts in.';
create index usage_events_period_idx on public.usage_events (org_id, period, kind);

select seal_private.protect('public.usage_events', p_read => 'admin', p_add => null, p_change => null, p_remove => null,
    p_most => '{"quantity": 1000000000000, "tokens": 1000000000000, "cost_micros": 1000000000000}');
grant insert (org_id, kind, quantity, tokens, cost_micros, job_id) on public.usage_events to sb_gate;
create policy recording on public.usage_events for insert to sb_gate with check (true);
select seal_private.deviate('policy', 'public.usage_events', 'recording', 'A function records for the organisation of the context.');

create function system.record_usage(p_kind text, p_quantity bigint default 1, p_tokens bigint default 0, p_cost_micros bigint default 0)
    returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_org constant uuid := seal.org(1);
begin
    if v_org is null then
        raise exception 'no organisation is open' using errcode = '28000';
    end if;
    insert into public.usage_events (org_id, kind, quantity, tokens, cost_micros, job_id)
    values (v_org, p_kind, p_quantity, p_tokens, p_cost_micros, seal.subject('job'));
end $$;
comment on function system.record_usage(text, bigint, bigint, bigint) is 'Appends to the use of the open organisation.';
select seal_private.admit('system.record_usage(text, bigint, bigint, bigint)', 'sb_gate', '{sb_tenant}',
           'no tenant may write what it has used');

-- migrate:down
