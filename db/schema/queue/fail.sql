-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.fail(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_retry_in interval, p_tokens bigint DEFAULT 0) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_status text;
    v_type   text;
begin
    update public.jobs j
       set status = case when p_retry_in is null or j.attempt >= j.max_attempts then 'dead'
                         when p_retry_in > interval '0' then 'scheduled' else 'queued' end,
           finished_at = case when p_retry_in is null or j.attempt >= j.max_attempts then queue.now() end,
           run_at = case when p_retry_in is null then j.run_at else queue.now() + p_retry_in end,
           error = p_error, actual_tokens = queue.add_tokens(j.actual_tokens, p_tokens), attempt_tokens = 0,
           suspicion = least(j.suspicion, j.crash_count),       -- it ended: only what crashed alone stays a suspect
           lease_token = null, deadline_at = null, worker_id = null
     where j.org_id = p_org and j.id = p_job and j.lease_token = p_lease and j.status = 'running'
    returning j.status, j.job_type into v_status, v_type;
    if found then
        perform queue.count_tokens(p_org, p_job, v_type, p_tokens);
    end if;
    return v_status;
end $$;

ALTER FUNCTION queue.fail(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_retry_in interval, p_tokens bigint) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.fail(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_retry_in interval, p_tokens bigint) IS 'Gives a lease back with what went wrong and the tokens that this attempt used: to be tried again after so long, or (null, or no attempts left) dead. Null: the lease was lost.';

REVOKE ALL ON FUNCTION queue.fail(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_retry_in interval, p_tokens bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.fail(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_retry_in interval, p_tokens bigint) TO sb_dispatch;
