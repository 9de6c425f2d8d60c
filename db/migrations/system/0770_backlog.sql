-- migrate:up

-- What waits and what runs, for whoever operates the installation: numbers of all organizations together, and nothing
-- of any.
create function queue.backlog(p_types text[] default null)
    returns table (job_type text, ready bigint, scheduled bigint, running bigint, suspects bigint,
                                                                   oldest_seconds float8)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select case when p_types is null or j.job_type = any (p_types) then j.job_type end,
           count(*) filter (where j.status = 'queued'), count(*) filter (where j.status = 'scheduled'),
           count(*) filter (where j.status = 'running'), count(*) filter (where j.suspicion > 0),
           extract(epoch
                   from queue.now() - min(j.run_at) filter (where j.status = 'queued' and isfinite(j.run_at)))::float8
      from public.jobs j where j.status in ('queued', 'scheduled', 'running')
     group by 1 order by 1 limit 1000
$$;
comment on function queue.backlog(text[]) is
    'By type of job: how many are ready, wait for their time and run, how many of these are suspects, and for how '
    'long the oldest has been ready. Types: those to tell apart, and all others are one, without a name (tenants '
    'choose names); null: a thousand of all.';
select seal_private.admit('queue.backlog(text[])', 'sb_queue', '{sb_dispatch}', 'counts over all organizations', 'all');

-- migrate:down
