-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.lost_jobs(p_limit integer) RETURNS TABLE(place tid, org_id uuid, id uuid)
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    SET enable_incremental_sort TO 'off'
    AS $$
    select j.ctid, j.org_id, j.id from public.jobs j
     where j.status = 'running' and not queue.is_aside('rescue', j.org_id, j.id)
       and (j.deadline_at < queue.now() - interval '30 seconds'
            or not exists (select from queue.workers w where w.id = j.worker_id and w.beat_at + w.ttl > queue.now()))
     order by j.org_id, j.deadline_at limit p_limit for update of j skip locked
$$;

ALTER FUNCTION queue.lost_jobs(p_limit integer) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.lost_jobs(p_limit integer) IS 'the jobs that queue.rescue() takes back';

REVOKE ALL ON FUNCTION queue.lost_jobs(p_limit integer) FROM PUBLIC;
