-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.cancelled(p_org uuid, p_job uuid, p_lease uuid, p_tokens bigint DEFAULT 0) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_type text;
begin
    update public.jobs j
       set status = 'cancelled', finished_at = queue.now(), suspicion = 0,
           actual_tokens = queue.add_tokens(j.actual_tokens, p_tokens), attempt_tokens = 0, lease_token = null,
           deadline_at = null, worker_id = null
     where j.org_id = p_org and j.id = p_job and j.lease_token = p_lease and j.status = 'running'
    returning j.job_type into v_type;
    if found then
        perform queue.count_tokens(p_org, p_job, v_type, p_tokens);
        return true;
    end if;
    return false;
end $$;

ALTER FUNCTION queue.cancelled(p_org uuid, p_job uuid, p_lease uuid, p_tokens bigint) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.cancelled(p_org uuid, p_job uuid, p_lease uuid, p_tokens bigint) IS 'The body has ended because somebody cancelled it. False: the lease was lost.';

REVOKE ALL ON FUNCTION queue.cancelled(p_org uuid, p_job uuid, p_lease uuid, p_tokens bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.cancelled(p_org uuid, p_job uuid, p_lease uuid, p_tokens bigint) TO sb_dispatch;
