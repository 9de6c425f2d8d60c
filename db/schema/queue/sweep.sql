-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.sweep(p_keep interval, p_limit integer) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    SET enable_incremental_sort TO 'off'
    AS $$
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

ALTER FUNCTION queue.sweep(p_keep interval, p_limit integer) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.sweep(p_keep interval, p_limit integer) IS 'Removes jobs that have been over for so long, workers that died a day ago, and what was put aside and is mended. How many jobs.';

REVOKE ALL ON FUNCTION queue.sweep(p_keep interval, p_limit integer) FROM PUBLIC;
