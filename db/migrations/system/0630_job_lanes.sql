-- migrate:up

-- How much of the workers one organization may have. Without a row: an even share, and no limit.
create table public.job_lanes (
    org_id       uuid not null,
    weight       smallint not null default 1,
    max_running  integer,
    token_limit  bigint,
    tokens_used  bigint not null default 0,
    period       date not null default date_trunc('month', queue.now() at time zone 'UTC')::date,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    constraint job_lanes_pkey primary key (org_id),
    constraint job_lanes_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint job_lanes_weight_known check (weight between 1 and 100),
    constraint job_lanes_limits_not_negative check (max_running >= 0 and token_limit >= 0 and tokens_used >= 0)
) with (fillfactor = 50);
comment on table public.job_lanes is
    'An organization''s share of the workers, and its budget of a model''s tokens. The platform''s admins write it.';
comment on column public.job_lanes.weight is
    'The number of jobs that it gets for one of an organization without a row.';
comment on column public.job_lanes.max_running is 'So many at the same time, exactly; null: no limit.';
comment on column public.job_lanes.token_limit is 'Tokens in a month (UTC); null: no limit.';
comment on column public.job_lanes.tokens_used is 'Tokens of the jobs that ended in the period, however they ended.';
comment on column public.job_lanes.period is 'The first day of the month, UTC, that tokens_used counts in.';

select seal_private.protect('public.job_lanes', p_read => 'admin', p_add => null, p_change => null, p_remove => null,
    p_most => '{"token_limit": 1000000000000, "tokens_used": 1000000000000}');
grant select on public.job_lanes to sb_queue, sb_gate;
grant update (tokens_used, period) on public.job_lanes to sb_queue;
grant insert (org_id, weight, max_running, token_limit), update (weight, max_running, token_limit)
   on public.job_lanes to sb_gate;
create policy scheduling on public.job_lanes to sb_queue using (true) with check (true);
create policy setting on public.job_lanes to sb_gate using (true) with check (true);
select seal_private.deviate('policy', 'public.job_lanes', 'scheduling',
           'The dispatcher divides the workers between all organizations.'),
       seal_private.deviate('policy', 'public.job_lanes', 'setting',
           'queue.set_lane() writes, after it has checked for a platform admin.');

create function queue.set_lane(
    p_org uuid, p_weight int default 1, p_max_running int default null, p_token_limit bigint default null)
    returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if seal_private.is_operator() is not true then
        raise exception 'only an admin of the platform sets this' using errcode = '42501';
    end if;
    insert into public.job_lanes as l (org_id, weight, max_running, token_limit)
    values (p_org, p_weight, p_max_running, p_token_limit)
    on conflict (org_id) do update
       set weight = excluded.weight, max_running = excluded.max_running, token_limit = excluded.token_limit;
    perform system.record_for(p_org, 'system.lane_changed', 'organizations', p_org::text,
                              jsonb_build_object('weight', p_weight, 'max_running', p_max_running,
                                                 'token_limit', p_token_limit));
end $$;
comment on function queue.set_lane(uuid, int, int, bigint) is
    'An organization''s weight and limits, as a whole: what is not given is the default. Recorded in its audit log.';

-- What jobs used ------------------------------------------------------------------------------------------------------

-- A sum of tokens that never leaves its range, whatever is added: who counts for all must not fail at what one has
-- used.
create function queue.add_tokens(p_before bigint, p_more bigint) returns bigint
language sql immutable parallel safe
return least(greatest(p_before, 0) + least(greatest(p_more, 0), 1000000000000), 1000000000000);

-- Writes down what an attempt used, however it ended, and adds it to the lane's month, where there is a lane.
create function queue.count_tokens(p_org uuid, p_job uuid, p_type text, p_tokens bigint) returns void
language sql set search_path = pg_catalog, pg_temp as $$
    insert into public.usage_events (org_id, kind, tokens, job_id)
    select p_org, p_type, queue.add_tokens(0, p_tokens), p_job where p_tokens > 0;
    update public.job_lanes l
       set tokens_used = queue.add_tokens(case when l.period = m.month then l.tokens_used else 0 end, p_tokens),
           period = m.month
      from (select date_trunc('month', queue.now() at time zone 'UTC')::date as month) m
     where l.org_id = p_org and p_tokens > 0
$$;

select seal_private.admit('queue.set_lane(uuid, integer, integer, bigint)', 'sb_gate', '{sb_api}',
           'no tenant may say how much of the workers it gets'),
       seal_private.admit('queue.add_tokens(bigint, bigint)', 'sb_queue', '{}',
           'a sum of tokens that stays in its range'),
       seal_private.admit('queue.count_tokens(uuid, uuid, text, bigint)', 'sb_queue', '{}',
           'writes down what was used, and adds it to the month of a lane');

-- migrate:down
