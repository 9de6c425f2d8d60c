-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.beat(p_worker uuid, p_orgs uuid[] DEFAULT '{}'::uuid[], p_jobs uuid[] DEFAULT '{}'::uuid[], p_leases uuid[] DEFAULT '{}'::uuid[], p_tokens bigint[] DEFAULT '{}'::bigint[]) RETURNS TABLE(job_id uuid, verdict text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    SET enable_incremental_sort TO 'off'
    AS $$
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
    -- What the worker does not know that it has: the answer to its claim was lost on the way. Nobody else would take
    -- it back before its deadline, for the worker lives.
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
    -- Kept as it is reported: who dies has spent it all the same. A body may hold its row for as long as its
    -- transaction is open, and no heartbeat waits for a body. Written at the place that is locked: by its key, a table
    -- that was found empty is read whole.
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
        select b.id, b.used, j.id is not null as is_ours, j.org_id, j.job_type, j.cancel_requested,
               j.requested_by, j.requested_key, j.deadline_at, j.max_tokens,
               queue.add_tokens(j.actual_tokens, b.used) as total
          from unnest(p_orgs, p_jobs, p_leases, p_tokens) b (org_id, id, lease, used)
          left join public.jobs j
            on j.org_id = b.org_id and j.id = b.id and j.lease_token = b.lease and j.status = 'running'
    ), judged as (
        select h.id,
               case when not h.is_ours then 'lost'
                    when h.cancel_requested then 'cancelled'
                    when exists (select from queue.stops s
                                  where s.org_id in (h.org_id, '00000000-0000-0000-0000-000000000000')
                                    and (s.job_type is null or s.job_type = h.job_type)) then 'stopped'
                    when h.requested_by is not null
                         and seal_private.rank_in(h.org_id, h.requested_by) is null then 'left'
                    when h.requested_key is not null
                         and not seal_private.key_lives(h.org_id, h.requested_key) then 'key ended'
                    when h.deadline_at <= queue.now() then 'late'
                    when h.total > h.max_tokens then 'over its budget'
                    when h.used > 0 and l.token_limit is not null
                         and (select sum(r.attempt_tokens)
                                from (select j.attempt_tokens from public.jobs j
                                       where j.org_id = h.org_id and j.status = 'running'
                                       order by j.org_id, j.deadline_at) r)
                             + case when l.period = v_month then l.tokens_used else 0 end > l.token_limit
                         then 'over the budget'
               end as verdict
          from held h left join public.job_lanes l on l.org_id = h.org_id
    )
    select g.id, g.verdict from judged g where g.verdict is not null;
end $$;

ALTER FUNCTION queue.beat(p_worker uuid, p_orgs uuid[], p_jobs uuid[], p_leases uuid[], p_tokens bigint[]) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.beat(p_worker uuid, p_orgs uuid[], p_jobs uuid[], p_leases uuid[], p_tokens bigint[]) IS 'Keeps the leases of a worker, and tells which of its jobs have to end, and why: lost, cancelled, stopped, left, key ended, late, over its budget, over the budget. What it does not name, and has had for a ttl, waits again. Tokens: what this attempt has used so far.';

REVOKE ALL ON FUNCTION queue.beat(p_worker uuid, p_orgs uuid[], p_jobs uuid[], p_leases uuid[], p_tokens bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.beat(p_worker uuid, p_orgs uuid[], p_jobs uuid[], p_leases uuid[], p_tokens bigint[]) TO sb_dispatch;
