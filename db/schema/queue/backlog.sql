-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.backlog(p_types text[] DEFAULT NULL::text[]) RETURNS TABLE(job_type text, ready bigint, scheduled bigint, running bigint, suspects bigint, oldest_seconds double precision)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select case when p_types is null or j.job_type = any (p_types) then j.job_type end,
           count(*) filter (where j.status = 'queued'), count(*) filter (where j.status = 'scheduled'),
           count(*) filter (where j.status = 'running'), count(*) filter (where j.suspicion > 0),
           extract(epoch
                   from queue.now() - min(j.run_at) filter (where j.status = 'queued' and isfinite(j.run_at)))::float8
      from public.jobs j where j.status in ('queued', 'scheduled', 'running')
     group by 1 order by 1 limit 1000
$$;

ALTER FUNCTION queue.backlog(p_types text[]) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.backlog(p_types text[]) IS 'By type of job: how many are ready, wait for their time and run, how many of these are suspects, and for how long the oldest has been ready. Types: those to tell apart, and all others are one, without a name (tenants choose names); null: a thousand of all.';

REVOKE ALL ON FUNCTION queue.backlog(p_types text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.backlog(p_types text[]) TO sb_dispatch;
