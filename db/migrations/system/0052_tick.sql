-- migrate:up
-- squawk-ignore-file ban-drop-function, require-concurrent-index-creation
-- A worker is of the release that its database is of, and there are few credentials.

-- What has to be done now and then, by whichever worker is there: one at a time, each part in batches, so that nothing waits long. Each part
-- is a subtransaction: where a row cannot be handled, the part goes on row by row, that one is put aside, and all others have their turn.

drop function queue.rescue();
delete from seal.definer_functions where signature = 'queue.rescue()';

-- Putting aside --------------------------------------------------------------------------------------------------------

create function queue.put_aside(p_task text, p_org uuid, p_row uuid, p_reason text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
    insert into queue.set_aside as s (task, org_id, row_id, reason, retry_at)
    values (p_task, coalesce(p_org, '00000000-0000-0000-0000-000000000000'), p_row, left(p_reason, 200), queue.now() + interval '1 minute')
    on conflict on constraint set_aside_key do update
       set tries = s.tries + 1, reason = excluded.reason,
           retry_at = queue.now() + least(interval '1 minute' * 2 ^ least(s.tries, 11), interval '1 day')
$$;
comment on function queue.put_aside(text, uuid, uuid, text) is
    'Leaves a row out of one part of the maintenance for a while: a minute, then twice as long each time. No row: the part failed as a whole.';

-- What says nothing of a row: the database is full, shuts down or waits for somebody. It passes, or no row is to blame.
create function queue.is_passing(p_sqlstate text) returns boolean
language sql immutable parallel safe
return left(p_sqlstate, 2) in ('08', '25', '40', '53', '55', '57', '58');

create function queue.aside() returns table (task text, org_id uuid, row_id uuid, reason text, tries int, first_at timestamptz, retry_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select s.task, s.org_id, s.row_id, s.reason, s.tries, s.first_at, s.retry_at from queue.set_aside s
     order by s.first_at, s.task, s.org_id, s.row_id limit 1000
$$;
comment on function queue.aside() is 'What was put aside, oldest first, a thousand at most: for the operator.';

create function queue.count_aside() returns table (task text, count bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select s.task, count(*) from queue.set_aside s group by s.task order by s.task
$$;
comment on function queue.count_aside() is 'How much was put aside, by the part of the maintenance.';

-- The parts -------------------------------------------------------------------------------------------------------------

-- Jobs whose time has come. Where there are more than fit, each organization has its turn: one that has a million due at the same moment
-- holds up nobody.
create function queue.due_jobs(p_limit int) returns table (place tid, org_id uuid, id uuid)
language plpgsql set search_path = pg_catalog, pg_temp
set jit = off set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off set enable_incremental_sort = off as $$
declare
    v_orgs uuid[];
    v_each int;
begin
    if (select count(*) from (select from public.jobs j where j.status = 'scheduled' and j.run_at <= queue.now()
                               order by j.run_at limit p_limit) d) < p_limit then
        return query
        select j.ctid, j.org_id, j.id from public.jobs j
         where j.status = 'scheduled' and j.run_at <= queue.now() and not queue.is_aside('promote', j.org_id, j.id)
         order by j.run_at limit p_limit for update skip locked;
        return;
    end if;
    v_orgs := array(
        with recursive due (org_id) as (
            (select j.org_id from public.jobs j where j.status = 'scheduled' order by j.org_id, j.run_at limit 1)
            union all
            select (select j.org_id from public.jobs j where j.status = 'scheduled' and j.org_id > d.org_id order by j.org_id, j.run_at limit 1)
              from due d where d.org_id is not null
        )
        -- The longest wait goes first: whoever is left out of this round leads a later one.
        select d.org_id
          from due d, lateral (select j.run_at from public.jobs j where j.status = 'scheduled' and j.org_id = d.org_id
                                  and not queue.is_aside('promote', j.org_id, j.id)
                                order by j.org_id, j.run_at limit 1) f
         where f.run_at <= queue.now() order by f.run_at limit p_limit);
    v_each := ceil(p_limit::numeric / greatest(cardinality(v_orgs), 1));
    return query
    select j.place, j.org_id, j.id
      from unnest(v_orgs) with ordinality o (org_id, turn),
           lateral (select k.ctid as place, k.org_id, k.id from public.jobs k
                     where k.status = 'scheduled' and k.org_id = o.org_id and k.run_at <= queue.now()
                       and not queue.is_aside('promote', k.org_id, k.id)
                     order by k.org_id, k.run_at limit v_each for update skip locked) j
     limit p_limit;
end $$;

create function queue.promote(p_limit int) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp
set jit = off set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off set enable_incremental_sort = off as $$
    with promoted as (
        update public.jobs j set status = 'queued' where j.ctid = any (array(select d.place from queue.due_jobs(p_limit) d)) returning 1
    )
    select count(*) from promoted
$$;
comment on function queue.promote(int) is 'What was waiting for its time is ready. How many.';

-- What a key asked for ends with it. From one key to the next by the index, and of each that has ended the same share.
create function queue.jobs_of_ended_keys(p_limit int) returns table (place tid, org_id uuid, id uuid)
language plpgsql set search_path = pg_catalog, pg_temp
set jit = off set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off set enable_incremental_sort = off as $$
declare
    v_orgs uuid[];
    v_keys uuid[];
    v_each int;
begin
    with recursive asked (org_id, requested_key) as (
        (select j.org_id, j.requested_key from public.jobs j
          where j.requested_key is not null and j.status in ('scheduled', 'queued') order by j.org_id, j.requested_key limit 1)
        union all
        select n.org_id, n.requested_key
          from asked a,
               lateral (select j.org_id, j.requested_key from public.jobs j
                         where j.requested_key is not null and j.status in ('scheduled', 'queued')
                           and (j.org_id, j.requested_key) > (a.org_id, a.requested_key)
                         order by j.org_id, j.requested_key limit 1) n
    )
    select array_agg(a.org_id), array_agg(a.requested_key) into v_orgs, v_keys
      from (select * from asked a where not seal_private.key_lives(a.org_id, a.requested_key) limit p_limit) a;
    v_each := ceil(p_limit::numeric / greatest(cardinality(v_orgs), 1));
    return query
    select j.place, j.org_id, j.id
      from unnest(v_orgs, v_keys) o (org_id, requested_key),
           lateral (select k.ctid as place, k.org_id, k.id from public.jobs k
                     where k.requested_key is not null and k.status in ('scheduled', 'queued')
                       and k.org_id = o.org_id and k.requested_key = o.requested_key
                       and not queue.is_aside('keys', k.org_id, k.id)
                     order by k.org_id, k.requested_key limit v_each for update skip locked) j
     limit p_limit;
end $$;

create function queue.end_with_keys(p_limit int) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp
set jit = off set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off set enable_incremental_sort = off as $$
    with ended as (
        update public.jobs j
           set status = 'dead', finished_at = queue.now(), suspicion = 0,
               error = jsonb_build_object('reason', 'the API key that asked for this job has ended')
         where j.ctid = any (array(select e.place from queue.jobs_of_ended_keys(p_limit) e)) returning 1
    )
    select system.end_schedules_of_keys(p_limit) + count(*) from ended
$$;
comment on function queue.end_with_keys(int) is
    'Ends waiting jobs that were asked for with an API key which was revoked or has expired, and switches off schedules that '
    'were set with it. How many.';

create function queue.lost_jobs(p_limit int) returns table (place tid, org_id uuid, id uuid)
language sql set search_path = pg_catalog, pg_temp
set jit = off set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off set enable_incremental_sort = off as $$
    select j.ctid, j.org_id, j.id from public.jobs j
     where j.status = 'running' and not queue.is_aside('rescue', j.org_id, j.id)
       and (j.deadline_at < queue.now() - interval '30 seconds'
            or not exists (select from queue.workers w where w.id = j.worker_id and w.beat_at + w.ttl > queue.now()))
     order by j.org_id, j.deadline_at limit p_limit for update of j skip locked
$$;

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
    v_job    record;
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

    for v_job in
        -- Liveness or the job's own deadline, never its age. The worker itself says first that a job is late: it has half a minute.
        with lost as materialized (
            select j.ctid as place, j.attempt_tokens as tokens, j.attempt >= j.max_attempts as is_last, j.crash_count, j.suspicion,
                   j.deadline_at < queue.now() - interval '30 seconds' as is_late,
                   w.company,                                              -- null: it lives
                   w.id is null as is_left                                 -- it ended in order, and did not know of this one
              from public.jobs j left join queue.workers w on w.id = j.worker_id
             where j.status = 'running' and (j.deadline_at < queue.now() - interval '30 seconds' or w.id is null or w.company is not null)
               and not queue.is_aside('rescue', j.org_id, j.id)
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
                   actual_tokens = queue.add_tokens(j.actual_tokens, g.tokens), attempt_tokens = 0,          -- what it had reported is spent
                   lease_token = null, deadline_at = null, worker_id = null
              from judged g where j.ctid = g.place
            returning j.org_id, j.id, j.job_type, g.tokens, j.suspicion > 0 and j.status <> 'dead' as is_suspect
        )
        select r.* from rescued r order by r.org_id        -- lanes are locked in one order, whoever locks several
    loop
        v_count := v_count + 1;
        -- What was there already is locked all the same: nobody lifts it before its new suspects are seen.
        if v_job.is_suspect then
            insert into queue.quarantines as q (org_id) values (v_job.org_id) on conflict (org_id) do update set until = q.until;
        end if;
        perform queue.count_tokens(v_job.org_id, v_job.id, v_job.job_type, v_job.tokens);
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

create function queue.over_jobs(p_keep interval, p_limit int) returns table (place tid, org_id uuid, id uuid)
language sql set search_path = pg_catalog, pg_temp
set jit = off set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off set enable_incremental_sort = off as $$
    select j.ctid, j.org_id, j.id from public.jobs j
     where j.finished_at < queue.now() - p_keep and not queue.is_aside('sweep', j.org_id, j.id)
     order by j.finished_at limit p_limit for update skip locked
$$;

create function queue.sweep(p_keep interval, p_limit int) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp
set jit = off set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off set enable_incremental_sort = off as $$
    with removed as (
        delete from public.jobs j where j.ctid = any (array(select o.place from queue.over_jobs(p_keep, p_limit) o)) returning 1
    ), gone as (
        delete from queue.workers w where w.beat_at + w.ttl < queue.now() - interval '1 day' returning 1
    ), tried as (       -- what was tried again and did not come back is mended, or gone
        delete from queue.set_aside s where s.retry_at < queue.now() - interval '1 hour' returning 1
    )
    select count(*) from removed
$$;
comment on function queue.sweep(interval, int) is
    'Removes jobs that have been over for so long, workers that died a day ago, and what was put aside and is mended. How many jobs.';

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

-- A round ---------------------------------------------------------------------------------------------------------------

create function queue.do_part(p_task text, p_keep interval, p_limit int) returns bigint
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    return case p_task when 'keys'    then queue.end_with_keys(p_limit)
                       when 'promote' then queue.promote(p_limit)
                       when 'rescue'  then queue.rescue(p_limit)
                       when 'sweep'   then queue.sweep(p_keep, p_limit)
                       when 'purge'   then seal_private.purge_credentials(p_limit)
                       when 'chain'   then system.chain_audit_log(p_limit) end;
end $$;

-- The row that a part would handle first: the one that it failed at, when it was asked for one.
create function queue.first_of(p_task text, p_keep interval, out org_id uuid, out id uuid)
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if p_task = 'keys' then
        select e.org_id, e.id into first_of.org_id, first_of.id from queue.jobs_of_ended_keys(1) e;
    elsif p_task = 'promote' then
        select d.org_id, d.id into first_of.org_id, first_of.id from queue.due_jobs(1) d;
    elsif p_task = 'rescue' then
        select l.org_id, l.id into first_of.org_id, first_of.id from queue.lost_jobs(1) l;
    elsif p_task = 'sweep' then
        select o.org_id, o.id into first_of.org_id, first_of.id from queue.over_jobs(p_keep, 1) o;
    end if;
end $$;

-- One part of a round: all at once, and where that fails, one by one. Null: it failed for a reason that passes.
create function queue.attend(p_task text, p_keep interval, p_limit int) returns bigint
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_count bigint := 0;
    v_some  bigint;
    v_row   record;
    v_state text;
    v_name  text;
begin
    begin
        return queue.do_part(p_task, p_keep, p_limit);
    exception when others then
        if queue.is_passing(sqlstate) then
            return null;
        end if;
    end;
    for i in 1 .. p_limit loop
        begin
            v_some := queue.do_part(p_task, p_keep, 1);
            exit when v_some = 0;
            v_count := v_count + v_some;
        exception when others then
            get stacked diagnostics v_state = returned_sqlstate, v_name = constraint_name;
            if queue.is_passing(v_state) then
                return null;
            end if;
            v_row := queue.first_of(p_task, p_keep);
            perform queue.put_aside(p_task, v_row.org_id, v_row.id, concat_ws(' ', v_state, nullif(v_name, '')));
            exit when v_row.id is null;     -- no row is known that could be left out
        end;
    end loop;
    return v_count;
end $$;

create function queue.tick(p_keep interval default '30 days', p_limit int default 1000)
    returns table (ended bigint, promoted bigint, rescued bigint, removed bigint, purged bigint, chained bigint, aside bigint)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform from queue.duty for update skip locked;
    if not found then
        return;     -- somebody is at it
    end if;
    ended := queue.attend('keys', p_keep, p_limit);
    promoted := queue.attend('promote', p_keep, p_limit);
    rescued := queue.attend('rescue', p_keep, p_limit);
    removed := queue.attend('sweep', p_keep, p_limit);
    purged := queue.attend('purge', p_keep, p_limit);
    chained := queue.attend('chain', p_keep, p_limit);
    aside := (select count(*) from queue.set_aside);
    if promoted > 0 or rescued > 0 then
        perform pg_notify('sealedbid_jobs', '');
    end if;
    return next;
end $$;
comment on function queue.tick(interval, int) is
    'Ends what ended keys asked for, promotes, rescues, removes and purges, and lets the audit log''s chain go on, up to so many of each; jobs are '
    'kept so long after they end. What cannot be handled is put aside: how much is, by now. '
    'Null: the part failed for a reason that passes. No row: another does it now.';

select seal_private.admit('queue.put_aside(text, uuid, uuid, text)', 'sb_queue', '{sb_dispatch, sb_gate}',
           'maintenance goes over all organizations', 'all'),
       seal_private.admit('queue.is_passing(text)', 'sb_queue', '{sb_gate}', 'whether an error says nothing of a row'),
       seal_private.admit('queue.aside()', 'sb_queue', '{sb_dispatch}', 'the operator looks at all organizations', 'all'),
       seal_private.admit('queue.count_aside()', 'sb_queue', '{sb_dispatch}', 'counts over all organizations', 'all'),
       seal_private.admit('queue.due_jobs(integer)', 'sb_queue', '{}', 'what queue.promote() takes'),
       seal_private.admit('queue.jobs_of_ended_keys(integer)', 'sb_queue', '{}', 'what queue.end_with_keys() ends'),
       seal_private.admit('queue.end_with_keys(integer)', 'sb_queue', '{}', 'a part of queue.tick()'),
       seal_private.admit('queue.lost_jobs(integer)', 'sb_queue', '{}', 'what queue.rescue() takes back'),
       seal_private.admit('queue.over_jobs(interval, integer)', 'sb_queue', '{}', 'what queue.sweep() takes'),
       seal_private.admit('queue.do_part(text, interval, integer)', 'sb_queue', '{}', 'a part of queue.tick()'),
       seal_private.admit('queue.first_of(text, interval)', 'sb_queue', '{}', 'the row that a part failed at'),
       seal_private.admit('queue.attend(text, interval, integer)', 'sb_queue', '{}', 'a part of queue.tick() that stops no other'),
       seal_private.admit('queue.promote(integer)', 'sb_queue', '{}', 'a part of queue.tick()'),
       seal_private.admit('queue.rescue(integer)', 'sb_queue', '{sb_dispatch}',
           'whoever is there takes back what a dead worker held, of all organisations', 'all'),
       seal_private.admit('queue.sweep(interval, integer)', 'sb_queue', '{}', 'a part of queue.tick()'),
       seal_private.admit('seal_private.purge_credentials(integer)', 'sb_seal', '{sb_queue}', 'what expired a week ago opens nothing, and goes'),
       seal_private.admit('queue.tick(interval, integer)', 'sb_queue', '{sb_dispatch}', 'maintenance goes over all organisations', 'all');

-- migrate:down
