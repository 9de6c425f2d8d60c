-- migrate:up
-- squawk-ignore-file ban-drop-function
-- A worker is of the release that its database is of.

-- Handing out work. Fair: each turn goes round the organisations that have any, from where the last one ended, and takes as many
-- of each as its weight says. Exact: limits are counted under a lock on the lane, in a statement after the lock. Fenced: what is
-- lost of a claim is claimed again, and who held it finishes nothing; so no claim waits for the disk.
--
-- Plans are pinned. With the usual settings the planner has been seen to read the whole table once the backlog is large; and to read all
-- of an organisation's rows by another index where statistics were taken of an empty table, for then every index is as good. So no scan
-- but of an index, no sort, an order that only the right index has, also where none is asked for; and what was locked is written where
-- it was found (ctid), not looked for again.

grant usage on schema seal_private to sb_queue;     -- what a person is now, whether this is the operator: by name, see admit()

drop function queue.claim(int, interval);
drop function queue.beat(uuid, uuid, uuid, interval);
drop function queue.fail(uuid, uuid, uuid, jsonb, interval);
delete from seal.definer_functions
 where signature in ('queue.claim(integer,interval)', 'queue.beat(uuid,uuid,uuid,interval)', 'queue.fail(uuid,uuid,uuid,jsonb,interval)');

create function queue.register(p_host text, p_pid int, p_ttl interval) returns uuid
language sql security definer set search_path = pg_catalog, pg_temp as $$
    insert into queue.workers (host, pid, ttl) values (p_host, p_pid, p_ttl) returning id
$$;
comment on function queue.register(text, int, interval) is 'A worker that starts; so long after its last beat it counts as dead. Its id.';

create function queue.leave(p_worker uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
    delete from queue.workers w where w.id = p_worker
$$;
comment on function queue.leave(uuid) is 'A worker that ends. What it still holds is rescued at once.';

create function queue.wait(p_worker uuid, p_idle boolean) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform set_config('synchronous_commit', 'off', true);
    update queue.workers w set is_idle = p_idle where w.id = p_worker and w.is_idle <> p_idle;
end $$;
comment on function queue.wait(uuid, boolean) is 'Whether a worker wants to be woken (LISTEN sealedbid_jobs). Claim once more after saying so.';

-- The organisations that have work ready, in the order of their ids from after one and round again: a loose scan, one step of the
-- index each. Asked at most once a second. First those that have a suspect to run: they are few.
create function queue.lanes(p_after uuid, p_limit int) returns uuid[]
language sql stable security definer set search_path = pg_catalog, pg_temp
set jit = off set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off set enable_incremental_sort = off as $$
    with recursive after (org_id, n) as (
        (select j.org_id, 1 from public.jobs j
          where j.status = 'queued' and j.suspicion = 0 and j.org_id > p_after order by j.org_id, j.priority, j.id limit 1)
        union all
        select (select j.org_id from public.jobs j
                 where j.status = 'queued' and j.suspicion = 0 and j.org_id > a.org_id order by j.org_id, j.priority, j.id limit 1), a.n + 1
          from after a where a.org_id is not null and a.n < p_limit
    ), before (org_id, n) as (
        (select j.org_id, 1 from public.jobs j where j.status = 'queued' and j.suspicion = 0 order by j.org_id, j.priority, j.id limit 1)
        union all
        select (select j.org_id from public.jobs j
                 where j.status = 'queued' and j.suspicion = 0 and j.org_id > b.org_id order by j.org_id, j.priority, j.id limit 1), b.n + 1
          from before b where b.org_id is not null and b.n < p_limit - (select count(org_id) from after)
    ), suspected (org_id) as (
        select q.org_id from queue.quarantines q
         where (select true from public.jobs j where j.org_id = q.org_id and j.suspicion > 0 and j.status = 'queued'
                 order by j.org_id, j.status, j.priority, j.id limit 1)
           and (select true from public.jobs j where j.org_id = q.org_id and j.suspicion > 0 and j.status = 'running'
                 order by j.org_id, j.status, j.priority, j.id limit 1) is null
    ), found (org_id, part, n) as (
        select s.org_id, 0, 0 from suspected s
        union all
        select a.org_id, 1, a.n from after a where a.org_id is not null and a.org_id not in (select s.org_id from suspected s)
        union all
        select b.org_id, 2, b.n from before b
         where b.org_id <= p_after and b.n <= p_limit - (select count(org_id) from after) and b.org_id not in (select s.org_id from suspected s)
    )
    select coalesce(array_agg(f.org_id order by f.part, f.n), '{}') from found f
     where not exists (select from queue.set_aside s where s.org_id = f.org_id and s.task = 'claim' and s.retry_at > queue.now())
$$;
comment on function queue.lanes(uuid, int) is
    'Organisations with a suspect to run, and up to so many with other work that is ready, from after this one and round again. For the dispatcher.';

create function queue.claim(p_worker uuid, p_limit int, p_orgs uuid[] default null, p_had real[] default null,
                            p_after_priority smallint[] default null, p_after uuid[] default null,
                            p_deadline interval default '15 minutes', p_deadlines jsonb default '{}', p_queues text[] default null)
    returns table (org_id uuid, job_id uuid, job_type text, attempt smallint, lease_token uuid, priority smallint, deadline_at timestamptz,
                   weight smallint, is_isolated boolean)
language plpgsql security definer set search_path = pg_catalog, pg_temp
set jit = off set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
set enable_sort = off set enable_incremental_sort = off set plan_cache_mode = force_generic_plan as $$
declare
    v_all   constant uuid := '00000000-0000-0000-0000-000000000000';
    v_orgs  constant uuid[] := coalesce(p_orgs, queue.lanes(v_all, 1000));
    v_month constant date := date_trunc('month', queue.now() at time zone 'UTC')::date;
    v_stops text[];
    v_open  uuid[];
    v_apart uuid[];
    v_some  boolean;    -- whether any organisation has a stop of its own
begin
    perform set_config('synchronous_commit', 'off', true);
    if not exists (select from queue.workers w where w.id = p_worker) then
        raise exception 'no such worker' using errcode = '28000';
    end if;
    if exists (select from queue.stops s where s.org_id = v_all and s.job_type is null) then
        return;
    end if;
    v_stops := array(select s.job_type from queue.stops s where s.org_id = v_all and s.job_type is not null);
    v_some := exists (select from queue.stops s where s.org_id <> v_all);

    -- A lane with a limit is counted by one claim at a time; whoever finds it locked leaves it out this turn.
    v_open := array(select l.org_id from public.job_lanes l
                     where l.org_id = any (v_orgs) and (l.max_running is not null or l.token_limit is not null)
                     order by l.org_id for no key update skip locked);
    -- So are the suspects of an organisation: one runs at a time.
    v_apart := array(select q.org_id from queue.quarantines q where q.org_id = any (v_orgs) order by q.org_id for no key update skip locked);

    return query
    with lane as materialized (
        select u.org_id, u.turn, coalesce(u.had, 0) as had, coalesce(l.weight, 1::smallint) as weight,
               coalesce(u.after_priority, 0::smallint) as after_priority, coalesce(u.after, v_all) as after,
               least(coalesce(l.max_running - r.running, p_limit), case when q.until > queue.now() then (s.is_next)::int end) as room,
               q.org_id is not null as is_isolated, q.until > queue.now() as is_proven, s.is_next as is_next,
               l.token_limit - r.tokens - case when l.period = v_month then l.tokens_used else 0 end as tokens,
               array(select s.job_type from queue.stops s where v_some and s.org_id = u.org_id and s.job_type is not null) || v_stops as stops
          from unnest(v_orgs, p_had, p_after_priority, p_after) with ordinality u (org_id, had, after_priority, after, turn)
          left join public.job_lanes l on l.org_id = u.org_id
          left join lateral (select count(*)::int as running, coalesce(sum(greatest(j.est_tokens, j.attempt_tokens)), 0)::bigint as tokens
                               from (select j.est_tokens, j.attempt_tokens from public.jobs j
                                      where j.org_id = u.org_id and j.status = 'running' and u.org_id = any (v_open)
                                      order by j.org_id, j.deadline_at) j) r on true
          left join queue.quarantines q on q.org_id = u.org_id
          left join lateral (select u.org_id = any (v_apart)
                                    and (select true from public.jobs j where j.org_id = u.org_id and j.suspicion > 0 and j.status = 'running'
                                          order by j.org_id, j.status, j.priority, j.id limit 1) is null as is_next) s on q.org_id is not null
         where (l.max_running is null and l.token_limit is null or u.org_id = any (v_open))
           and not (v_some and exists (select from queue.stops s where s.org_id = u.org_id and s.job_type is null))
    ), share as (
        select ceil(p_limit::numeric / greatest(count(*), 1))::int as each from lane where room > 0 and (tokens is null or tokens > 0)
    ), candidate as materialized (
        select z.org_id, z.place, lane.turn, lane.weight, lane.tokens, lane.is_isolated, lane.is_proven,
               sum(z.est_tokens) over (partition by z.org_id order by z.is_suspect desc, z.priority, z.id) as estimated,
               lane.had + row_number() over (partition by z.org_id order by z.is_suspect desc, z.priority, z.id)::real / lane.weight as served
          from share, lane,
               lateral (select * from (
                    select * from (
                        select true as is_suspect, j.ctid as place, j.org_id, j.id, j.priority, j.est_tokens from public.jobs j
                         where lane.is_next and j.status = 'queued' and j.suspicion > 0 and j.org_id = lane.org_id
                           and j.job_type <> all (lane.stops)
                           and (p_queues is null or split_part(j.job_type, '.', 1) = any (p_queues))
                         order by j.priority, j.id limit 1 for update skip locked) suspect
                    union all
                    select * from (
                        select false, j.ctid, j.org_id, j.id, j.priority, j.est_tokens from public.jobs j
                         where j.status = 'queued' and j.suspicion = 0 and j.org_id = lane.org_id
                           and (j.priority, j.id) > (lane.after_priority, lane.after)
                           and j.job_type <> all (lane.stops)
                           and (p_queues is null or split_part(j.job_type, '.', 1) = any (p_queues))
                         order by j.priority, j.id
                         limit greatest(least(lane.room, share.each * lane.weight), 0)
                           for update skip locked) other
                    ) waiting limit greatest(least(lane.room, share.each * lane.weight), 0)) z
         where lane.tokens is null or lane.tokens > 0
    ), chosen as materialized (
        select c.org_id, c.place, c.weight, coalesce(c.is_isolated, false) as is_isolated, coalesce(c.is_proven, false) as is_proven
          from candidate c where c.tokens is null or c.estimated <= c.tokens order by c.served, c.turn limit p_limit
    )
    update public.jobs j
       set status = 'running', attempt = j.attempt + 1, lease_token = gen_random_uuid(), worker_id = p_worker, started_at = queue.now(),
           deadline_at = queue.now() + coalesce(make_interval(secs => (p_deadlines ->> j.job_type)::float8), p_deadline),
           suspicion = greatest(j.suspicion, (select c.is_proven::int from chosen c where c.org_id = j.org_id limit 1))
     where j.ctid = any (array(select c.place from chosen c))
    returning j.org_id, j.id, j.job_type, j.attempt, j.lease_token, j.priority, j.deadline_at,
              (select c.weight from chosen c where c.org_id = j.org_id limit 1),
              (select c.is_isolated from chosen c where c.org_id = j.org_id limit 1);
end $$;
comment on function queue.claim(uuid, int, uuid[], real[], smallint[], uuid[], interval, jsonb, text[]) is
    'Takes up to so many ready jobs, in turns between these organisations (null: all that have any). Had: what '
    'each has had before, divided by its weight; who has had least is first. After: what was claimed of each '
    'lane last, a hint that saves stepping over what is gone. Deadlines: seconds by type of job. Queues: first words of types; null: all. '
    'What is isolated runs in a process of its own: it is a suspect, or of an organisation in quarantine.';

-- A sum of tokens that never leaves its range, whatever is added: who counts for all must not fail at what one has used.
create function queue.add_tokens(p_before bigint, p_more bigint) returns bigint
language sql immutable parallel safe
return least(greatest(p_before, 0) + least(greatest(p_more, 0), 1000000000000), 1000000000000);

-- Writes down what an attempt used, however it ended, and adds it to the lane's month, where there is a lane.
create function queue.count_tokens(p_org uuid, p_job uuid, p_type text, p_tokens bigint) returns void
language sql set search_path = pg_catalog, pg_temp as $$
    insert into public.usage_events (org_id, kind, tokens, job_id)
    select p_org, p_type, queue.add_tokens(0, p_tokens), p_job where p_tokens > 0;
    update public.job_lanes l
       set tokens_used = queue.add_tokens(case when l.period = m.month then l.tokens_used else 0 end, p_tokens), period = m.month
      from (select date_trunc('month', queue.now() at time zone 'UTC')::date as month) m
     where l.org_id = p_org and p_tokens > 0
$$;

create function queue.fail(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_retry_in interval, p_tokens bigint default 0) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_status text;
    v_type   text;
begin
    update public.jobs j
       set status = case when p_retry_in is null or j.attempt >= j.max_attempts then 'dead'
                         when p_retry_in > interval '0' then 'scheduled' else 'queued' end,
           finished_at = case when p_retry_in is null or j.attempt >= j.max_attempts then queue.now() end,
           run_at = case when p_retry_in is null then j.run_at else queue.now() + p_retry_in end,
           error = p_error, actual_tokens = queue.add_tokens(j.actual_tokens, p_tokens), attempt_tokens = 0,
           suspicion = least(j.suspicion, j.crash_count),       -- it ended: only what crashed alone stays a suspect
           lease_token = null, deadline_at = null, worker_id = null
     where j.org_id = p_org and j.id = p_job and j.lease_token = p_lease and j.status = 'running'
    returning j.status, j.job_type into v_status, v_type;
    if found then
        perform queue.count_tokens(p_org, p_job, v_type, p_tokens);
    end if;
    return v_status;
end $$;
comment on function queue.fail(uuid, uuid, uuid, jsonb, interval, bigint) is
    'Gives a lease back with what went wrong and the tokens that this attempt used: to be tried again after so long, or (null, or no '
    'attempts left) dead. Null: the lease was lost.';

-- A crash that was seen: the job ran in a process of its own, or held the worker's up past its deadline. That job and no other is to blame.
create function queue.crashed(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_tokens bigint default 0) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_status text;
    v_type   text;
begin
    update public.jobs j
       set status = case when j.crash_count >= 2 or j.attempt >= j.max_attempts then 'dead' when j.crash_count = 0 then 'queued' else 'scheduled' end,
           finished_at = case when j.crash_count >= 2 or j.attempt >= j.max_attempts then queue.now() end,
           run_at = case when j.crash_count = 0 then j.run_at else queue.now() + random() * interval '1 minute' end,
           error = case when j.crash_count >= 2 then queue.poison() else p_error end,
           crash_count = j.crash_count + 1, suspicion = greatest(j.suspicion, 1),
           actual_tokens = queue.add_tokens(j.actual_tokens, p_tokens), attempt_tokens = 0,
           lease_token = null, deadline_at = null, worker_id = null
     where j.org_id = p_org and j.id = p_job and j.lease_token = p_lease and j.status = 'running'
    returning j.status, j.job_type into v_status, v_type;
    if found then
        insert into queue.quarantines as q (org_id, until) values (p_org, queue.now() + interval '1 hour')
        on conflict (org_id) do update set until = excluded.until;
        perform queue.count_tokens(p_org, p_job, v_type, p_tokens);
    end if;
    return v_status;
end $$;
comment on function queue.crashed(uuid, uuid, uuid, jsonb, bigint) is
    'Gives a lease back whose job ended its process: it waits again, the second time for a moment, and the third time it is dead. For an '
    'hour all jobs of its organisation are treated as suspects. Null: the lease was lost.';

create function queue.poison() returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp
return jsonb_build_object('reason', 'it ended its process three times while it ran alone');
comment on function queue.poison() is 'Why a job is dead that crashed three times alone.';

create function queue.cancelled(p_org uuid, p_job uuid, p_lease uuid, p_tokens bigint default 0) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_type text;
begin
    update public.jobs j
       set status = 'cancelled', finished_at = queue.now(), suspicion = 0, actual_tokens = queue.add_tokens(j.actual_tokens, p_tokens), attempt_tokens = 0,
           lease_token = null, deadline_at = null, worker_id = null
     where j.org_id = p_org and j.id = p_job and j.lease_token = p_lease and j.status = 'running'
    returning j.job_type into v_type;
    if found then
        perform queue.count_tokens(p_org, p_job, v_type, p_tokens);
        return true;
    end if;
    return false;
end $$;
comment on function queue.cancelled(uuid, uuid, uuid, bigint) is 'The body has ended because somebody cancelled it. False: the lease was lost.';

create function queue.release(p_orgs uuid[], p_jobs uuid[], p_leases uuid[], p_tokens bigint[]) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_job   record;
    v_count bigint := 0;
begin
    for v_job in
        with released as (
            update public.jobs j
               set status = 'queued', attempt = j.attempt - 1, actual_tokens = queue.add_tokens(j.actual_tokens, r.tokens), attempt_tokens = 0,
                   lease_token = null, deadline_at = null, worker_id = null
              from unnest(p_orgs, p_jobs, p_leases, p_tokens) r (org_id, id, lease, tokens)
             where j.org_id = r.org_id and j.id = r.id and j.lease_token = r.lease and j.status = 'running'
            returning j.org_id, j.id, j.job_type, r.tokens
        )
        select r.* from released r order by r.org_id       -- lanes are locked in one order, whoever locks several
    loop
        v_count := v_count + 1;
        perform queue.count_tokens(v_job.org_id, v_job.id, v_job.job_type, v_job.tokens);
    end loop;
    return v_count;
end $$;
comment on function queue.release(uuid[], uuid[], uuid[], bigint[]) is
    'Gives leases back: no attempt is spent, and the tokens that were used are used. How many.';

create or replace function queue.finish(p_lease uuid, p_result jsonb, p_tokens bigint default 0) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_context constant text[] := seal_private.context();        -- verified once: this is on the path of every job
    v_org     constant uuid := nullif(v_context[3], '')::uuid;
    v_key     uuid;
    v_type    text;
begin
    if (p_tokens between 0 and 1000000000000) is not true then
        raise exception 'tokens: a number from 0 to 1000000000000'
            using errcode = '23514', schema = 'public', table = 'jobs', column = 'actual_tokens', constraint = 'jobs_actual_tokens_bounded';
    end if;
    if v_context[2] <> '' and (seal_private.rank_in(v_org, v_context[2]::uuid) >= v_context[4]::int) is not true then
        raise exception 'the person who asked for this job has left, or ranks lower by now' using errcode = '42501';
    end if;
    update public.jobs j
       set status = 'done', finished_at = queue.now(), result = p_result,
           actual_tokens = queue.add_tokens(j.actual_tokens, p_tokens), attempt_tokens = 0,
           suspicion = 0, error = null, lease_token = null, deadline_at = null, worker_id = null
     where j.org_id = v_org and j.id = v_context[5]::uuid and v_context[1] in ('job', 'system', 'billing')
       and j.lease_token = p_lease and j.status = 'running'
    returning j.requested_key, j.job_type into v_key, v_type;
    if not found then
        raise exception 'the lease is lost' using errcode = '40001';    -- the effects roll back with it
    end if;
    if v_key is not null and not seal_private.key_lives(v_org, v_key) then
        raise exception 'the API key that asked for this job has ended' using errcode = '42501';
    end if;
    if p_tokens > 0 then
        perform queue.count_tokens(v_org, v_context[5]::uuid, v_type, p_tokens);
    end if;
end $$;
comment on function queue.finish(uuid, jsonb, bigint) is
    'Ends the open job in the transaction of its effects: both commit or neither. 40001: the lease was lost. 42501: who asked has '
    'left, or their key has ended.';

create function queue.report(p_lease uuid, p_progress jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_context constant text[] := seal_private.context();
begin
    update public.jobs j set progress = p_progress
     where j.org_id = nullif(v_context[3], '')::uuid and j.id = v_context[5]::uuid and v_context[1] in ('job', 'system', 'billing')
       and j.lease_token = p_lease and j.status = 'running';
    if not found then
        raise exception 'the lease is lost' using errcode = '40001';
    end if;
end $$;
comment on function queue.report(uuid, jsonb) is 'How far the open job is, for people to see. 40001: the lease was lost.';

-- One call for all that a worker runs: it lives, so much was used, and what is to end says so.
create function queue.beat(p_worker uuid, p_orgs uuid[] default '{}', p_jobs uuid[] default '{}', p_leases uuid[] default '{}',
                           p_tokens bigint[] default '{}')
    returns table (job_id uuid, verdict text)
language plpgsql security definer set search_path = pg_catalog, pg_temp
set jit = off set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off set enable_incremental_sort = off as $$
declare
    v_month constant date := date_trunc('month', queue.now() at time zone 'UTC')::date;
    v_ttl   interval;
begin
    perform set_config('synchronous_commit', 'off', true);
    update queue.workers w set beat_at = queue.now(), company = null where w.id = p_worker returning w.ttl into v_ttl;
    if not found then
        return query select b.id, 'lost' from unnest(p_jobs) b (id);
        return;
    end if;
    -- What the worker does not know that it has: the answer to its claim was lost on the way. Nobody else would take it back before its
    -- deadline, for the worker lives.
    with unknown as materialized (
        select j.ctid as place from public.jobs j
         where j.status = 'running' and j.worker_id = p_worker and j.id <> all (p_jobs) and j.attempt_tokens = 0
           and j.started_at < queue.now() - v_ttl
         order by j.org_id, j.deadline_at for update skip locked
    )
    update public.jobs j
       set status = 'queued', attempt = j.attempt - 1, lease_token = null, deadline_at = null, worker_id = null
     where j.ctid = any (array(select u.place from unknown u));
    if found then
        perform pg_notify('sealedbid_jobs', '');
    end if;
    -- Kept as it is reported: who dies has spent it all the same. A body may hold its row for as long as its transaction is open,
    -- and no heartbeat waits for a body. Written at the place that is locked: by its key, a table that was found empty is read whole.
    with reported as materialized (
        select j.ctid as place, b.used
          from unnest(p_orgs, p_jobs, p_leases, p_tokens) b (org_id, id, lease, used)
          join public.jobs j on j.org_id = b.org_id and j.id = b.id and j.lease_token = b.lease and j.status = 'running'
         where j.attempt_tokens < b.used
           for update of j skip locked
    )
    update public.jobs j set attempt_tokens = queue.add_tokens(0, r.used) from reported r where j.ctid = r.place;
    return query
    with held as (
        select b.id, b.used, j.id is not null as is_ours, j.org_id, j.job_type, j.cancel_requested, j.requested_by, j.requested_key, j.deadline_at,
               j.max_tokens, queue.add_tokens(j.actual_tokens, b.used) as total
          from unnest(p_orgs, p_jobs, p_leases, p_tokens) b (org_id, id, lease, used)
          left join public.jobs j on j.org_id = b.org_id and j.id = b.id and j.lease_token = b.lease and j.status = 'running'
    ), judged as (
        select h.id,
               case when not h.is_ours then 'lost'
                    when h.cancel_requested then 'cancelled'
                    when exists (select from queue.stops s where s.org_id in (h.org_id, '00000000-0000-0000-0000-000000000000')
                                                             and (s.job_type is null or s.job_type = h.job_type)) then 'stopped'
                    when h.requested_by is not null and seal_private.rank_in(h.org_id, h.requested_by) is null then 'left'
                    when h.requested_key is not null and not seal_private.key_lives(h.org_id, h.requested_key) then 'key ended'
                    when h.deadline_at <= queue.now() then 'late'
                    when h.total > h.max_tokens then 'over its budget'
                    when h.used > 0 and l.token_limit is not null
                         and (select sum(r.attempt_tokens)
                                from (select j.attempt_tokens from public.jobs j where j.org_id = h.org_id and j.status = 'running'
                                       order by j.org_id, j.deadline_at) r)
                             + case when l.period = v_month then l.tokens_used else 0 end > l.token_limit then 'over the budget'
               end as verdict
          from held h left join public.job_lanes l on l.org_id = h.org_id
    )
    select g.id, g.verdict from judged g where g.verdict is not null;
end $$;
comment on function queue.beat(uuid, uuid[], uuid[], uuid[], bigint[]) is
    'Keeps the leases of a worker, and tells which of its jobs have to end, and why: lost, cancelled, stopped, left, key ended, late, over its '
    'budget, over the budget. What it does not name, and has had for a ttl, waits again. Tokens: what this attempt has used so far.';

-- The seal's part: a lease opens while its worker lives, and a person counts for what they are now ---------------------------

create function seal_private.rank_in(p_org uuid, p_user uuid) returns int
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select seal_private.rank_of(m.role) from public.org_members m where m.org_id = p_org and m.user_id = p_user
$$;

create or replace function seal.open_job(p_job uuid, p_lease uuid, p_org uuid) returns smallint
language plpgsql strict security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_job  record;
    v_rank int;
begin
    perform seal_private.assert_clean();
    select j.job_type, j.requested_by, j.requested_rank, j.requested_key, least(j.deadline_at, w.beat_at + w.ttl) as ends_at into v_job
      from public.jobs j join queue.workers w on w.id = j.worker_id
     where j.org_id = p_org and j.id = p_job and j.lease_token = p_lease and j.status = 'running'
       and least(j.deadline_at, w.beat_at + w.ttl) > queue.now();
    if not found then
        raise exception 'no such lease' using errcode = '28000';
    end if;
    v_rank := v_job.requested_rank;
    if v_job.requested_by is not null then
        v_rank := least(v_rank, seal_private.rank_in(p_org, v_job.requested_by));
        if seal_private.rank_in(p_org, v_job.requested_by) is null then
            raise exception 'the person who asked for this job has left' using errcode = '42501';
        end if;
    end if;
    if v_job.requested_key is not null and not seal_private.key_lives(p_org, v_job.requested_key) then
        raise exception 'the API key that asked for this job has ended' using errcode = '42501';
    end if;
    -- The prefix of a reserved type is the kind, so that a policy can ask for it.
    perform seal_private.bind(coalesce(substring(v_job.job_type from '^(system|billing)\.'), 'job'),
                              v_job.requested_by, p_org, v_rank, p_job, v_job.ends_at);
    return v_rank;
end $$;

select seal_private.admit('seal_private.context()', 'sb_seal', '{sb_gate, sb_queue}', 'verifies the context with the key'),
       seal_private.admit('seal_private.rank_in(uuid, uuid)', 'sb_seal', '{sb_queue}', 'what a person is in an organisation now; null: nothing'),
       seal_private.admit('seal.open_job(uuid, uuid, uuid)', 'sb_seal', '{sb_worker}', 'opens a running job by its lease'),
       seal_private.admit('queue.register(text, integer, interval)', 'sb_queue', '{sb_dispatch}', 'workers belong to no organisation', 'all'),
       seal_private.admit('queue.leave(uuid)', 'sb_queue', '{sb_dispatch}', 'workers belong to no organisation', 'all'),
       seal_private.admit('queue.wait(uuid, boolean)', 'sb_queue', '{sb_dispatch}', 'workers belong to no organisation', 'all'),
       seal_private.admit('queue.lanes(uuid, integer)', 'sb_queue', '{sb_dispatch}', 'turns go round all organisations', 'all'),
       seal_private.admit('queue.claim(uuid, integer, uuid[], real[], smallint[], uuid[], interval, jsonb, text[])', 'sb_queue', '{sb_dispatch}',
                          'scheduling goes over all organisations', 'all'),
       seal_private.admit('queue.add_tokens(bigint, bigint)', 'sb_queue', '{}', 'a sum of tokens that stays in its range'),
       seal_private.admit('queue.count_tokens(uuid, uuid, text, bigint)', 'sb_queue', '{}',
                          'writes down what was used, and adds it to the month of a lane'),
       seal_private.admit('queue.fail(uuid, uuid, uuid, jsonb, interval, bigint)', 'sb_queue', '{sb_dispatch}',
                          'a body that failed has no transaction to say so in', 'all'),
       seal_private.admit('queue.crashed(uuid, uuid, uuid, jsonb, bigint)', 'sb_queue', '{sb_dispatch}',
                          'a body that ended its process says nothing any more', 'all'),
       seal_private.admit('queue.poison()', 'sb_queue', '{}', 'the reason of a dead job, in one place'),
       seal_private.admit('queue.cancelled(uuid, uuid, uuid, bigint)', 'sb_queue', '{sb_dispatch}',
           'a body that was cancelled has no transaction to say so in', 'all'),
       seal_private.admit('queue.release(uuid[], uuid[], uuid[], bigint[])', 'sb_queue', '{sb_dispatch}',
           'a worker that stops gives back what it has not begun', 'all'),
       seal_private.admit('queue.finish(uuid, jsonb, bigint)', 'sb_queue', '{sb_worker}', 'the open job alone, and only with its lease'),
       seal_private.admit('queue.report(uuid, jsonb)', 'sb_queue', '{sb_worker}', 'the open job alone, and only with its lease'),
       seal_private.admit('queue.beat(uuid, uuid[], uuid[], uuid[], bigint[])', 'sb_queue', '{sb_dispatch}',
           'leases are kept by the dispatcher, beside the bodies', 'all');

-- migrate:down
