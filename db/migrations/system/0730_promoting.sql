-- migrate:up

-- Three parts of the maintenance: what waited for its time is ready, what ended with a key ends, and what has been
-- over for long goes. Each has a function that finds the rows, which the round asks where a row cannot be handled, and
-- one that changes them.

-- Jobs whose time has come. Where there are more than fit, each organization has its turn: one that has a million due
-- at the same moment holds up nobody.
create function queue.due_jobs(p_limit int) returns table (place tid, org_id uuid, id uuid)
language plpgsql set search_path = pg_catalog, pg_temp
set jit = off set enable_seqscan = off set enable_bitmapscan = off
set enable_sort = off set enable_incremental_sort = off as $$
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
            select (select j.org_id from public.jobs j where j.status = 'scheduled' and j.org_id > d.org_id
                     order by j.org_id, j.run_at limit 1)
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
set jit = off set enable_seqscan = off set enable_bitmapscan = off
set enable_sort = off set enable_incremental_sort = off as $$
    with promoted as (
        update public.jobs j set status = 'queued'
         where j.ctid = any (array(select d.place from queue.due_jobs(p_limit) d)) returning 1
    )
    select count(*) from promoted
$$;
comment on function queue.promote(int) is 'Makes jobs claimable whose time has come, and returns their number.';

-- What a key asked for ends with it. From one key to the next by the index, and of each that has ended the same share.
create function queue.jobs_of_ended_keys(p_limit int) returns table (place tid, org_id uuid, id uuid)
language plpgsql set search_path = pg_catalog, pg_temp
set jit = off set enable_seqscan = off set enable_bitmapscan = off
set enable_sort = off set enable_incremental_sort = off as $$
declare
    v_orgs uuid[];
    v_keys uuid[];
    v_each int;
begin
    with recursive asked (org_id, requested_key) as (
        (select j.org_id, j.requested_key from public.jobs j
          where j.requested_key is not null and j.status in ('scheduled', 'queued')
          order by j.org_id, j.requested_key limit 1)
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
set jit = off set enable_seqscan = off set enable_bitmapscan = off
set enable_sort = off set enable_incremental_sort = off as $$
    with ended as (
        update public.jobs j
           set status = 'dead', finished_at = queue.now(), suspicion = 0,
               error = jsonb_build_object('reason', 'the API key that asked for this job has ended')
         where j.ctid = any (array(select e.place from queue.jobs_of_ended_keys(p_limit) e)) returning 1
    )
    select queue.end_schedules_of_keys(p_limit) + count(*) from ended
$$;
comment on function queue.end_with_keys(int) is
    'Ends waiting jobs that were asked for with an API key which was revoked or has expired, and switches off '
    'schedules that were set with it. How many.';

create function queue.over_jobs(p_keep interval, p_limit int) returns table (place tid, org_id uuid, id uuid)
language sql set search_path = pg_catalog, pg_temp
set jit = off set enable_seqscan = off set enable_bitmapscan = off
set enable_sort = off set enable_incremental_sort = off as $$
    select j.ctid, j.org_id, j.id from public.jobs j
     where j.finished_at < queue.now() - p_keep and not queue.is_aside('sweep', j.org_id, j.id)
     order by j.finished_at limit p_limit for update skip locked
$$;

create function queue.sweep(p_keep interval, p_limit int) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp
set jit = off set enable_seqscan = off set enable_bitmapscan = off
set enable_sort = off set enable_incremental_sort = off as $$
    with removed as (
        delete from public.jobs j
         where j.ctid = any (array(select o.place from queue.over_jobs(p_keep, p_limit) o)) returning 1
    ), gone as (
        delete from queue.workers w where w.beat_at + w.ttl < queue.now() - interval '1 day' returning 1
    ), tried as (       -- what was tried again and did not come back is mended, or gone
        delete from queue.set_aside s where s.retry_at < queue.now() - interval '1 hour' returning 1
    )
    select count(*) from removed
$$;
comment on function queue.sweep(interval, int) is
    'Removes jobs that have been over for so long, workers that died a day ago, and what was put aside and is mended. '
    'How many jobs.';

select seal_private.admit('queue.due_jobs(integer)', 'sb_queue', '{}', 'the jobs that queue.promote() takes'),
       seal_private.admit('queue.promote(integer)', 'sb_queue', '{}', 'a part of queue.tick()'),
       seal_private.admit('queue.jobs_of_ended_keys(integer)', 'sb_queue', '{}',
           'the jobs that queue.end_with_keys() ends'),
       seal_private.admit('queue.end_with_keys(integer)', 'sb_queue', '{}', 'a part of queue.tick()'),
       seal_private.admit('queue.over_jobs(interval, integer)', 'sb_queue', '{}', 'the jobs that queue.sweep() takes'),
       seal_private.admit('queue.sweep(interval, integer)', 'sb_queue', '{}', 'a part of queue.tick()');

-- migrate:down
