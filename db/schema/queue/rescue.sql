-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.rescue(p_limit integer DEFAULT 500) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    SET enable_incremental_sort TO 'off'
    AS $$
declare
    v_silent uuid[];
    v_over   uuid[];
    v_job    record;
    v_count  bigint := 0;
begin
    v_silent := array(select w.id from queue.workers w where w.company is null and w.beat_at + w.ttl <= queue.now()
                       order by w.id for no key update skip locked);
    if v_silent <> '{}' then
        update queue.workers w
           set company = (select count(*)
                            from (select j.worker_id from public.jobs j where j.status = 'running'
                                   order by j.org_id, j.deadline_at) r
                           where r.worker_id = any (v_silent))
         where w.id = any (v_silent);
    end if;

    for v_job in
        -- Liveness or the job's own deadline, never its age. The worker itself says first that a job is late: it has
        -- half a minute.
        with lost as materialized (
            select j.ctid as place, j.attempt_tokens as tokens, j.attempt >= j.max_attempts as is_last,
                   j.crash_count, j.suspicion, j.deadline_at < queue.now() - interval '30 seconds' as is_late,
                   w.company,                                              -- null: it lives
                   -- it ended in order, and did not know of this one
                   w.id is null as is_left
              from public.jobs j left join queue.workers w on w.id = j.worker_id
             where j.status = 'running'
               and (j.deadline_at < queue.now() - interval '30 seconds' or w.id is null or w.company is not null)
               and not queue.is_aside('rescue', j.org_id, j.id)
             order by j.org_id, j.deadline_at limit p_limit for update of j skip locked
        ), judged as materialized (
            select l.*, coalesce(l.company = 1, false) as is_guilty, coalesce(l.company > 1, false) as is_suspect,
                   l.company is null and not l.is_left as is_slow
              from lost l
        ), rescued as (
            update public.jobs j
               set status = case when g.is_slow and g.is_last
                                      or g.is_guilty and (g.is_last or g.crash_count >= 2) then 'dead'
                                 when g.is_guilty and g.crash_count > 0
                                      or g.is_suspect and g.suspicion > 0 then 'scheduled'
                                 else 'queued' end,
                   finished_at = case when g.is_slow and g.is_last
                                           or g.is_guilty and (g.is_last or g.crash_count >= 2) then queue.now() end,
                   run_at = case when g.is_guilty and g.crash_count > 0
                                 then queue.now() + random() * interval '1 minute'
                                 when g.is_suspect and g.suspicion > 0
                                 then queue.now() + random() * least(interval '1 second' * 4 ^ least(g.suspicion, 10),
                                                                     interval '15 minutes')
                                 else j.run_at end,
                   attempt = j.attempt - case when g.is_guilty or g.is_slow then 0 else 1 end,
                   crash_count = j.crash_count + g.is_guilty::int,
                   suspicion = j.suspicion
                               + case when g.is_guilty then (j.suspicion = 0)::int else g.is_suspect::int end,
                   error = case when g.is_guilty and g.crash_count >= 2 then queue.poison()
                                when g.is_late then jsonb_build_object('reason', 'it took too long')
                                else jsonb_build_object('reason', 'the worker stopped answering') end,
                   -- what it had reported is spent
                   actual_tokens = queue.add_tokens(j.actual_tokens, g.tokens), attempt_tokens = 0, lease_token = null,
                   deadline_at = null, worker_id = null
              from judged g where j.ctid = g.place
            returning j.org_id, j.id, j.job_type, g.tokens, j.suspicion > 0 and j.status <> 'dead' as is_suspect
        )
        select r.* from rescued r order by r.org_id        -- lanes are locked in one order, whoever locks several
    loop
        v_count := v_count + 1;
        -- What was there already is locked all the same: nobody lifts it before its new suspects are seen.
        if v_job.is_suspect then
            insert into queue.quarantines as q (org_id) values (v_job.org_id)
            on conflict (org_id) do update set until = q.until;
        end if;
        perform queue.count_tokens(v_job.org_id, v_job.id, v_job.job_type, v_job.tokens);
    end loop;

    -- First locked, then looked at, in a statement of its own: what made a suspect meanwhile has ended.
    v_over := array(select q.org_id from queue.quarantines q where q.until <= queue.now()
                     order by q.org_id for update skip locked);
    delete from queue.quarantines q
     where q.org_id = any (v_over)
       and (select true from public.jobs j
             where j.org_id = q.org_id and j.suspicion > 0 and j.status in ('scheduled', 'queued', 'running')
             order by j.org_id, j.status, j.priority, j.id limit 1) is null;
    return v_count;
end $$;

ALTER FUNCTION queue.rescue(p_limit integer) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.rescue(p_limit integer) IS 'Takes back what a dead worker held, and what is long past its deadline. A job that was alone when its worker died crashed: it waits again, the second time for a moment, and the third time it is dead. Of several each becomes a suspect and no attempt is spent. Lifts quarantines that are over. How many jobs.';

REVOKE ALL ON FUNCTION queue.rescue(p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.rescue(p_limit integer) TO sb_dispatch;
