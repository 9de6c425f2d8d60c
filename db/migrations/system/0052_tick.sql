-- migrate:up
-- squawk-ignore-file ban-drop-function, require-concurrent-index-creation
-- A worker is of the release that its database is of, and there are few credentials.

-- What has to be done now and then, by whichever worker is there: one at a time, each part in batches, so that nothing waits long.

drop function queue.rescue();
delete from seal.definer_functions where signature = 'queue.rescue()';

create function queue.promote(p_limit int) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp
set jit = off set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off set enable_incremental_sort = off as $$
    with due as materialized (
        select j.ctid as place from public.jobs j where j.status = 'scheduled' and j.run_at <= queue.now()
         order by j.run_at limit p_limit for update skip locked
    ), promoted as (
        update public.jobs j set status = 'queued' where j.ctid = any (array(select d.place from due d)) returning 1
    )
    select count(*) from promoted
$$;
comment on function queue.promote(int) is 'What was waiting for its time is ready. How many.';

create function queue.rescue(p_limit int default 500) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
set jit = off set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off set enable_incremental_sort = off as $$
declare
    v_lane  record;
    v_count bigint := 0;
begin
    for v_lane in
        -- Liveness or the job's own deadline, never its age. The worker itself says first that a job is late: it has half a minute.
        with lost as materialized (
            select j.ctid as place, j.attempt_tokens as tokens, j.attempt >= j.max_attempts or j.crash_count >= 2 as is_over,
                   j.deadline_at < queue.now() - interval '30 seconds' as is_late
              from public.jobs j
             where j.status = 'running'
               and (j.deadline_at < queue.now() - interval '30 seconds'
                    or not exists (select from queue.workers w where w.id = j.worker_id and w.beat_at + w.ttl > queue.now()))
             order by j.org_id, j.deadline_at limit p_limit for update of j skip locked
        ), rescued as (
            update public.jobs j
               set status = case when lost.is_over then 'dead' when j.crash_count = 0 then 'queued' else 'scheduled' end,
                   crash_count = j.crash_count + 1,
                   finished_at = case when lost.is_over then queue.now() end,
                   run_at = case when j.crash_count = 0 then j.run_at else queue.now() + random() * interval '1 minute' end,
                   error = jsonb_build_object('reason', case when lost.is_late then 'it took too long' else 'the worker stopped answering' end),
                   actual_tokens = j.actual_tokens + lost.tokens, attempt_tokens = 0,      -- what it had reported is spent
                   lease_token = null, deadline_at = null, worker_id = null
              from lost where j.ctid = lost.place
            returning j.org_id, lost.tokens
        )
        select r.org_id, count(*) as jobs, sum(r.tokens)::bigint as tokens from rescued r group by r.org_id order by r.org_id
    loop
        v_count := v_count + v_lane.jobs;
        perform queue.count_tokens(v_lane.org_id, v_lane.tokens);
    end loop;
    return v_count;
end $$;
comment on function queue.rescue(int) is
    'Takes back what a dead worker held, and what is long past its deadline: it waits again, the second time for a moment longer, and '
    'the third time it is dead. How many.';

create function queue.sweep(p_keep interval, p_limit int) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp
set jit = off set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off set enable_incremental_sort = off as $$
    with over as materialized (
        select j.ctid as place from public.jobs j where j.finished_at < queue.now() - p_keep order by j.finished_at limit p_limit for update skip locked
    ), removed as (
        delete from public.jobs j where j.ctid = any (array(select o.place from over o)) returning 1
    ), gone as (
        delete from queue.workers w where w.beat_at + w.ttl < queue.now() - interval '1 day' returning 1
    )
    select count(*) from removed
$$;
comment on function queue.sweep(interval, int) is 'Removes jobs that have been over for so long, and workers that died a day ago. How many jobs.';

create index credentials_expires_idx on seal_private.credentials (expires_at);     -- removing
create function seal_private.purge_credentials(p_limit int) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
    with expired as materialized (
        select c.stored from seal_private.credentials c where c.expires_at < now() - interval '7 days'
         order by c.expires_at limit p_limit for update skip locked
    ), removed as (
        delete from seal_private.credentials c using expired e where c.stored = e.stored returning 1
    )
    select count(*) from removed
$$;

create function queue.tick(p_keep interval default '30 days', p_limit int default 1000)
    returns table (promoted bigint, rescued bigint, removed bigint, purged bigint, chained bigint)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform from queue.duty for update skip locked;
    if not found then
        return;     -- somebody is at it
    end if;
    promoted := queue.promote(p_limit);
    rescued := queue.rescue(p_limit);
    removed := queue.sweep(p_keep, p_limit);
    purged := seal_private.purge_credentials(p_limit);
    chained := system.chain_audit_log(p_limit);
    if promoted + rescued > 0 then
        perform pg_notify('sealedbid_jobs', '');
    end if;
    return next;
end $$;
comment on function queue.tick(interval, int) is
    'Promotes, rescues, removes and purges, and lets the audit log''s chain go on, up to so many of each; jobs are kept so long after they '
    'end. No row: another does it now.';

select seal_private.admit('queue.promote(integer)', 'sb_queue', '{}', 'a part of queue.tick()'),
       seal_private.admit('queue.rescue(integer)', 'sb_queue', '{sb_dispatch}', 'whoever is there takes back what a dead worker held, of all organisations'),
       seal_private.admit('queue.sweep(interval, integer)', 'sb_queue', '{}', 'a part of queue.tick()'),
       seal_private.admit('seal_private.purge_credentials(integer)', 'sb_seal', '{sb_queue}', 'what expired a week ago opens nothing, and goes'),
       seal_private.admit('queue.tick(interval, integer)', 'sb_queue', '{sb_dispatch}', 'maintenance goes over all organisations');

select seal_private.note();

-- migrate:down
