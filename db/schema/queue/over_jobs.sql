-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.over_jobs(p_keep interval, p_limit integer) RETURNS TABLE(place tid, org_id uuid, id uuid)
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    SET enable_incremental_sort TO 'off'
    AS $$
    select j.ctid, j.org_id, j.id from public.jobs j
     where j.finished_at < queue.now() - p_keep and not queue.is_aside('sweep', j.org_id, j.id)
     order by j.finished_at limit p_limit for update skip locked
$$;

ALTER FUNCTION queue.over_jobs(p_keep interval, p_limit integer) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.over_jobs(p_keep interval, p_limit integer) IS 'the jobs that queue.sweep() takes';

REVOKE ALL ON FUNCTION queue.over_jobs(p_keep interval, p_limit integer) FROM PUBLIC;
