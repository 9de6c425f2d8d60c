-- migrate:up

-- Two logins: the dispatcher claims, and sees which job of which organization; a job's body opens the lease
-- (seal.open_job) and finishes it in the transaction of its effects. Neither can do the other's part.
--
-- Handing out work. Fair: each turn goes round the organizations that have any, from where the last one ended, and
-- takes as many of each as its weight says. Exact: limits are counted under a lock on the lane, in a statement after
-- the lock. Fenced: what is lost of a claim is claimed again, and who held it finishes nothing; so no claim waits for
-- the disk.
--
-- Plans are pinned. With the usual settings the planner has been seen to read the whole table once the backlog is
-- large; and to read all of an organization's rows by another index where statistics were taken of an empty table, for
-- then every index is as good. So no scan but of an index, no sort, an order that only the right index has, also where
-- none is asked for; and what was locked is written where it was found (ctid), not looked for again.

-- The organizations that have work ready, in the order of their ids from after one and round again: a loose scan, one
-- step of the index each. Asked at most once a second. First those that have a suspect to run: they are few.
create function queue.lanes(p_after uuid, p_limit int) returns uuid[]
language sql stable security definer set search_path = pg_catalog, pg_temp
set jit = off set enable_seqscan = off set enable_bitmapscan = off
set enable_sort = off set enable_incremental_sort = off as $$
    with recursive after (org_id, n) as (
        (select j.org_id, 1 from public.jobs j
          where j.status = 'queued' and j.suspicion = 0 and j.org_id > p_after
          order by j.org_id, j.priority, j.id limit 1)
        union all
        select (select j.org_id from public.jobs j
                 where j.status = 'queued' and j.suspicion = 0 and j.org_id > a.org_id
                 order by j.org_id, j.priority, j.id limit 1),
               a.n + 1
          from after a where a.org_id is not null and a.n < p_limit
    ), before (org_id, n) as (
        (select j.org_id, 1 from public.jobs j where j.status = 'queued' and j.suspicion = 0
          order by j.org_id, j.priority, j.id limit 1)
        union all
        select (select j.org_id from public.jobs j
                 where j.status = 'queued' and j.suspicion = 0 and j.org_id > b.org_id
                 order by j.org_id, j.priority, j.id limit 1),
               b.n + 1
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
        select a.org_id, 1, a.n from after a
         where a.org_id is not null and a.org_id not in (select s.org_id from suspected s)
        union all
        select b.org_id, 2, b.n from before b
         where b.org_id <= p_after and b.n <= p_limit - (select count(org_id) from after)
           and b.org_id not in (select s.org_id from suspected s)
    )
    select coalesce(array_agg(f.org_id order by f.part, f.n), '{}') from found f
     where not exists (select from queue.set_aside s
                        where s.org_id = f.org_id and s.task = 'claim' and s.retry_at > queue.now())
$$;
comment on function queue.lanes(uuid, int) is
    'Organizations with a suspect to run, and up to so many with other work that is ready, from after this one and '
    'round again. For the dispatcher.';

create function queue.claim(p_worker uuid, p_limit int, p_orgs uuid[] default null, p_had real[] default null,
                            p_after_priority smallint[] default null, p_after uuid[] default null,
                            p_deadline interval default '15 minutes', p_deadlines jsonb default '{}',
                            p_queues text[] default null)
    returns table (org_id uuid, job_id uuid, job_type text, attempt smallint, lease_token uuid, priority smallint,
                   deadline_at timestamptz, weight smallint, is_isolated boolean)
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
    v_some  boolean;    -- whether any organization has a stop of its own
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
    -- So are the suspects of an organization: one runs at a time.
    v_apart := array(select q.org_id from queue.quarantines q where q.org_id = any (v_orgs)
                      order by q.org_id for no key update skip locked);

    return query
    with lane as materialized (
        select u.org_id, u.turn, coalesce(u.had, 0) as had, coalesce(l.weight, 1::smallint) as weight,
               coalesce(u.after_priority, 0::smallint) as after_priority, coalesce(u.after, v_all) as after,
               least(coalesce(l.max_running - r.running, p_limit),
                     case when q.until > queue.now() then (s.is_next)::int end) as room,
               q.org_id is not null as is_isolated, q.until > queue.now() as is_proven, s.is_next as is_next,
               l.token_limit - r.tokens - case when l.period = v_month then l.tokens_used else 0 end as tokens,
               array(select s.job_type from queue.stops s
                      where v_some and s.org_id = u.org_id and s.job_type is not null) || v_stops as stops
          from unnest(v_orgs, p_had, p_after_priority, p_after)
               with ordinality u (org_id, had, after_priority, after, turn)
          left join public.job_lanes l on l.org_id = u.org_id
          left join lateral (select count(*)::int as running,
                                    coalesce(sum(greatest(j.est_tokens, j.attempt_tokens)), 0)::bigint as tokens
                               from (select j.est_tokens, j.attempt_tokens from public.jobs j
                                      where j.org_id = u.org_id and j.status = 'running' and u.org_id = any (v_open)
                                      order by j.org_id, j.deadline_at) j) r on true
          left join queue.quarantines q on q.org_id = u.org_id
          left join lateral (select u.org_id = any (v_apart)
                                    and (select true from public.jobs j
                                          where j.org_id = u.org_id and j.suspicion > 0 and j.status = 'running'
                                          order by j.org_id, j.status, j.priority, j.id limit 1) is null as is_next) s
            on q.org_id is not null
         where (l.max_running is null and l.token_limit is null or u.org_id = any (v_open))
           and not (v_some and exists (select from queue.stops s where s.org_id = u.org_id and s.job_type is null))
    ), share as (
        select ceil(p_limit::numeric / greatest(count(*), 1))::int as each from lane
         where room > 0 and (tokens is null or tokens > 0)
    ), candidate as materialized (
        select z.org_id, z.place, lane.turn, lane.weight, lane.tokens, lane.is_isolated, lane.is_proven,
               sum(z.est_tokens) over (partition by z.org_id order by z.is_suspect desc, z.priority, z.id) as estimated,
               lane.had + row_number() over (partition by z.org_id order by z.is_suspect desc, z.priority, z.id)::real
                          / lane.weight as served
          from share, lane,
               lateral (select * from (
                    select * from (
                        select true as is_suspect, j.ctid as place, j.org_id, j.id, j.priority, j.est_tokens
                          from public.jobs j
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
        select c.org_id, c.place, c.weight, coalesce(c.is_isolated, false) as is_isolated,
               coalesce(c.is_proven, false) as is_proven
          from candidate c where c.tokens is null or c.estimated <= c.tokens order by c.served, c.turn limit p_limit
    )
    update public.jobs j
       set status = 'running', attempt = j.attempt + 1, lease_token = gen_random_uuid(),
           worker_id = p_worker, started_at = queue.now(),
           deadline_at = queue.now()
                         + coalesce(make_interval(secs => (p_deadlines ->> j.job_type)::float8), p_deadline),
           suspicion = greatest(j.suspicion, (select c.is_proven::int from chosen c where c.org_id = j.org_id limit 1))
     where j.ctid = any (array(select c.place from chosen c))
    returning j.org_id, j.id, j.job_type, j.attempt, j.lease_token, j.priority, j.deadline_at,
              (select c.weight from chosen c where c.org_id = j.org_id limit 1),
              (select c.is_isolated from chosen c where c.org_id = j.org_id limit 1);
end $$;
comment on function queue.claim(uuid, int, uuid[], real[], smallint[], uuid[], interval, jsonb, text[]) is
    'Takes up to so many ready jobs, in turns between these organizations (null: all that have any). Had: what each '
    'has had before, divided by its weight; who has had least is first. After: what was claimed of each lane last, a '
    'hint that saves stepping over what is gone. Deadlines: seconds by type of job. Queues: first words of types; '
    'null: all. What is isolated runs in a process of its own: it is a suspect, or of an organization in quarantine.';

select seal_private.admit('queue.lanes(uuid, integer)', 'sb_queue', '{sb_dispatch}',
           'turns go round all organizations', 'all'),
       seal_private.admit('queue.claim(uuid, integer, uuid[], real[], smallint[], uuid[], interval, jsonb, text[])',
           'sb_queue', '{sb_dispatch}',
           'scheduling goes over all organizations', 'all');

-- migrate:down
