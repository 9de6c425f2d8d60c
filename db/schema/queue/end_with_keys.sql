-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.end_with_keys(p_limit integer) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    SET enable_incremental_sort TO 'off'
    AS $$
    with ended as (
        update public.jobs j
           set status = 'dead', finished_at = queue.now(), suspicion = 0,
               error = jsonb_build_object('reason', 'the API key that asked for this job has ended')
         where j.ctid = any (array(select e.place from queue.jobs_of_ended_keys(p_limit) e)) returning 1
    )
    select queue.end_schedules_of_keys(p_limit) + count(*) from ended
$$;

ALTER FUNCTION queue.end_with_keys(p_limit integer) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.end_with_keys(p_limit integer) IS 'Ends waiting jobs that were asked for with an API key which was revoked or has expired, and switches off schedules that were set with it. How many.';

REVOKE ALL ON FUNCTION queue.end_with_keys(p_limit integer) FROM PUBLIC;
