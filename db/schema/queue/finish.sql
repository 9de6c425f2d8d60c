-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.finish(p_lease uuid, p_result jsonb, p_tokens bigint DEFAULT 0) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context constant text[] := seal_private.context();        -- verified once: this is on the path of every job
    v_org     constant uuid := nullif(v_context[3], '')::uuid;
    v_key     uuid;
    v_type    text;
begin
    if (p_tokens between 0 and 1000000000000) is not true then
        raise exception 'tokens: a number from 0 to 1000000000000'
            using errcode = '23514', schema = 'public', table = 'jobs', column = 'actual_tokens',
            constraint = 'jobs_actual_tokens_bounded';
    end if;
    if v_context[2] <> '' and (seal_private.rank_in(v_org, v_context[2]::uuid) >= v_context[4]::int) is not true then
        raise exception 'the person who asked for this job has left, or ranks lower by now' using errcode = '42501';
    end if;
    update public.jobs j
       set status = 'done', finished_at = queue.now(), result = p_result,
           actual_tokens = queue.add_tokens(j.actual_tokens, p_tokens), attempt_tokens = 0,
           suspicion = 0, error = null, lease_token = null, deadline_at = null, worker_id = null
     where j.org_id = v_org and j.id = v_context[5]::uuid and v_context[1] in ('job', 'system', 'billing')
       and j.lease_token = p_lease and j.status = 'running'
    returning j.requested_key, j.job_type into v_key, v_type;
    if not found then
        raise exception 'the lease is lost' using errcode = '40001';    -- the effects roll back with it
    end if;
    if v_key is not null and not seal_private.key_lives(v_org, v_key) then
        raise exception 'the API key that asked for this job has ended' using errcode = '42501';
    end if;
    if p_tokens > 0 then
        perform queue.count_tokens(v_org, v_context[5]::uuid, v_type, p_tokens);
    end if;
end $$;

ALTER FUNCTION queue.finish(p_lease uuid, p_result jsonb, p_tokens bigint) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.finish(p_lease uuid, p_result jsonb, p_tokens bigint) IS 'Ends the open job in the transaction of its effects: both commit or neither. Raises LeaseLostError, and NotAllowedError if the person who enqueued it has left or their key has ended.';

REVOKE ALL ON FUNCTION queue.finish(p_lease uuid, p_result jsonb, p_tokens bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.finish(p_lease uuid, p_result jsonb, p_tokens bigint) TO sb_worker;
