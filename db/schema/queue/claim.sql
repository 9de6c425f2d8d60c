-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.claim(p_worker uuid, p_limit integer, p_orgs uuid[] DEFAULT NULL::uuid[], p_had real[] DEFAULT NULL::real[], p_after_priority smallint[] DEFAULT NULL::smallint[], p_after uuid[] DEFAULT NULL::uuid[], p_deadline interval DEFAULT '00:15:00'::interval, p_deadlines jsonb DEFAULT '{}'::jsonb, p_queues text[] DEFAULT NULL::text[]) RETURNS TABLE(org_id uuid, job_id uuid, job_type text, attempt smallint, lease_token uuid, priority smallint, deadline_at timestamp with time zone, weight smallint, is_isolated boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET enable_sort TO 'off'
    SET enable_incremental_sort TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
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

ALTER FUNCTION queue.claim(p_worker uuid, p_limit integer, p_orgs uuid[], p_had real[], p_after_priority smallint[], p_after uuid[], p_deadline interval, p_deadlines jsonb, p_queues text[]) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.claim(p_worker uuid, p_limit integer, p_orgs uuid[], p_had real[], p_after_priority smallint[], p_after uuid[], p_deadline interval, p_deadlines jsonb, p_queues text[]) IS 'Takes up to so many ready jobs, in turns between these organizations (null: all that have any). Had: what each has had before, divided by its weight; who has had least is first. After: what was claimed of each lane last, a hint that saves stepping over what is gone. Deadlines: seconds by type of job. Queues: first words of types; null: all. What is isolated runs in a process of its own: it is a suspect, or of an organization in quarantine.';

REVOKE ALL ON FUNCTION queue.claim(p_worker uuid, p_limit integer, p_orgs uuid[], p_had real[], p_after_priority smallint[], p_after uuid[], p_deadline interval, p_deadlines jsonb, p_queues text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.claim(p_worker uuid, p_limit integer, p_orgs uuid[], p_had real[], p_after_priority smallint[], p_after uuid[], p_deadline interval, p_deadlines jsonb, p_queues text[]) TO sb_dispatch;
