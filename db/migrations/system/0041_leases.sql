-- migrate:up

-- A lease lives while its worker says so, and no longer.
create function queue.beat(p_org uuid, p_job uuid, p_lease uuid, p_for interval) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
    update public.jobs j set deadline_at = clock_timestamp() + p_for
     where j.org_id = p_org and j.id = p_job and j.lease_token = p_lease and j.status = 'running'
    returning true
$$;
comment on function queue.beat(uuid, uuid, uuid, interval) is 'Makes a lease last so long from now. Null: it was lost.';

create function queue.rescue() returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
    with late as (
        select j.org_id, j.id from public.jobs j
         where j.status = 'running' and j.deadline_at < clock_timestamp() for update skip locked
    ), rescued as (
        update public.jobs j
           set status = case when j.attempt < j.max_attempts then 'queued' else 'dead' end,
               finished_at = case when j.attempt < j.max_attempts then null else now() end,
               error = jsonb_build_object('reason', 'the worker stopped answering'), lease_token = null, deadline_at = null
          from late where j.org_id = late.org_id and j.id = late.id
        returning 1
    )
    select count(*) from rescued
$$;
comment on function queue.rescue() is 'Takes back the leases that nobody kept alive: their jobs wait again, or are dead after the last attempt. How many.';

select seal_private.admit('queue.beat(uuid, uuid, uuid, interval)', 'sb_queue', '{sb_dispatch}',
           'a lease is kept by the dispatcher, beside the body', 'all'),
       seal_private.admit('queue.rescue()', 'sb_queue', '{sb_dispatch}',
           'whoever is there takes back what a dead worker held, of all organisations', 'all');

-- migrate:down
