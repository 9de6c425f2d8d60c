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

-- Who is to blame for a worker that died? Of several jobs nobody knows: they become suspects, which run in processes of their own, and it
-- costs them nothing. One that was alone is. What is asked is how many there were when the silence was first seen (workers.company): some may
-- be taken back later than the others, by another round, or when a transaction of a body that is gone has ended. Workers that fall silent
-- at the same moment count as one: their machine went, or the network, and no job of theirs.
create function queue.rescue(p_limit int default 500) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
set jit = off set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off set enable_incremental_sort = off as $$
declare
    v_silent uuid[];
    v_over   uuid[];
    v_lane   record;
    v_count  bigint := 0;
begin
    v_silent := array(select w.id from queue.workers w where w.company is null and w.beat_at + w.ttl <= queue.now()
                       order by w.id for no key update skip locked);
    if v_silent <> '{}' then
        update queue.workers w
           set company = (select count(*)
                            from (select j.worker_id from public.jobs j where j.status = 'running' order by j.org_id, j.deadline_at) r
                           where r.worker_id = any (v_silent))
         where w.id = any (v_silent);
    end if;

    for v_lane in
        -- Liveness or the job's own deadline, never its age. The worker itself says first that a job is late: it has half a minute.
        with lost as materialized (
            select j.ctid as place, j.attempt_tokens as tokens, j.attempt >= j.max_attempts as is_last, j.crash_count, j.suspicion,
                   j.deadline_at < queue.now() - interval '30 seconds' as is_late,
                   w.company,                                              -- null: it lives
                   w.id is null as is_left                                 -- it ended in order, and did not know of this one
              from public.jobs j left join queue.workers w on w.id = j.worker_id
             where j.status = 'running' and (j.deadline_at < queue.now() - interval '30 seconds' or w.id is null or w.company is not null)
             order by j.org_id, j.deadline_at limit p_limit for update of j skip locked
        ), judged as materialized (
            select l.*, coalesce(l.company = 1, false) as is_guilty, coalesce(l.company > 1, false) as is_suspect,
                   l.company is null and not l.is_left as is_slow
              from lost l
        ), rescued as (
            update public.jobs j
               set status = case when g.is_slow and g.is_last or g.is_guilty and (g.is_last or g.crash_count >= 2) then 'dead'
                                 when g.is_guilty and g.crash_count > 0 or g.is_suspect and g.suspicion > 0 then 'scheduled' else 'queued' end,
                   finished_at = case when g.is_slow and g.is_last or g.is_guilty and (g.is_last or g.crash_count >= 2) then queue.now() end,
                   run_at = case when g.is_guilty and g.crash_count > 0 then queue.now() + random() * interval '1 minute'
                                 when g.is_suspect and g.suspicion > 0
                                 then queue.now() + random() * least(interval '1 second' * 4 ^ least(g.suspicion, 10), interval '15 minutes')
                                 else j.run_at end,
                   attempt = j.attempt - case when g.is_guilty or g.is_slow then 0 else 1 end,
                   crash_count = j.crash_count + g.is_guilty::int,
                   suspicion = j.suspicion + case when g.is_guilty then (j.suspicion = 0)::int else g.is_suspect::int end,
                   error = case when g.is_guilty and g.crash_count >= 2 then queue.poison()
                                when g.is_late then jsonb_build_object('reason', 'it took too long')
                                else jsonb_build_object('reason', 'the worker stopped answering') end,
                   actual_tokens = j.actual_tokens + g.tokens, attempt_tokens = 0,          -- what it had reported is spent
                   lease_token = null, deadline_at = null, worker_id = null
              from judged g where j.ctid = g.place
            returning j.org_id, g.tokens, j.suspicion > 0 and j.status <> 'dead' as is_suspect
        )
        select r.org_id, count(*) as jobs, sum(r.tokens)::bigint as tokens, bool_or(r.is_suspect) as has_suspects
          from rescued r group by r.org_id order by r.org_id
    loop
        v_count := v_count + v_lane.jobs;
        -- What was there already is locked all the same: nobody lifts it before its new suspects are seen.
        if v_lane.has_suspects then
            insert into queue.quarantines as q (org_id) values (v_lane.org_id) on conflict (org_id) do update set until = q.until;
        end if;
        perform queue.count_tokens(v_lane.org_id, v_lane.tokens);
    end loop;

    -- First locked, then looked at, in a statement of its own: what made a suspect meanwhile has ended.
    v_over := array(select q.org_id from queue.quarantines q where q.until <= queue.now() order by q.org_id for update skip locked);
    delete from queue.quarantines q
     where q.org_id = any (v_over)
       and (select true from public.jobs j where j.org_id = q.org_id and j.suspicion > 0 and j.status in ('scheduled', 'queued', 'running')
             order by j.org_id, j.status, j.priority, j.id limit 1) is null;
    return v_count;
end $$;
comment on function queue.rescue(int) is
    'Takes back what a dead worker held, and what is long past its deadline. A job that was alone when its worker died crashed: it waits '
    'again, the second time for a moment, and the third time it is dead. Of several each becomes a suspect and no attempt is spent. Lifts '
    'quarantines that are over. How many jobs.';

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
