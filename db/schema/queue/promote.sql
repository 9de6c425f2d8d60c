-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.promote(p_limit integer) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    SET enable_incremental_sort TO 'off'
    AS $$
    with promoted as (
        update public.jobs j set status = 'queued'
         where j.ctid = any (array(select d.place from queue.due_jobs(p_limit) d)) returning 1
    )
    select count(*) from promoted
$$;

ALTER FUNCTION queue.promote(p_limit integer) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.promote(p_limit integer) IS 'Makes jobs claimable whose time has come, and returns their number.';

REVOKE ALL ON FUNCTION queue.promote(p_limit integer) FROM PUBLIC;
