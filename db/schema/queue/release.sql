-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.release(p_orgs uuid[], p_jobs uuid[], p_leases uuid[], p_tokens bigint[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_job   record;
    v_count bigint := 0;
begin
    for v_job in
        with released as (
            update public.jobs j
               set status = 'queued', attempt = j.attempt - 1,
                   actual_tokens = queue.add_tokens(j.actual_tokens, r.tokens), attempt_tokens = 0, lease_token = null,
                   deadline_at = null, worker_id = null
              from unnest(p_orgs, p_jobs, p_leases, p_tokens) r (org_id, id, lease, tokens)
             where j.org_id = r.org_id and j.id = r.id and j.lease_token = r.lease and j.status = 'running'
            returning j.org_id, j.id, j.job_type, r.tokens
        )
        select r.* from released r order by r.org_id       -- lanes are locked in one order, whoever locks several
    loop
        v_count := v_count + 1;
        perform queue.count_tokens(v_job.org_id, v_job.id, v_job.job_type, v_job.tokens);
    end loop;
    return v_count;
end $$;

ALTER FUNCTION queue.release(p_orgs uuid[], p_jobs uuid[], p_leases uuid[], p_tokens bigint[]) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.release(p_orgs uuid[], p_jobs uuid[], p_leases uuid[], p_tokens bigint[]) IS 'Gives leases back: no attempt is spent, and the tokens that were used are used. How many.';

REVOKE ALL ON FUNCTION queue.release(p_orgs uuid[], p_jobs uuid[], p_leases uuid[], p_tokens bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.release(p_orgs uuid[], p_jobs uuid[], p_leases uuid[], p_tokens bigint[]) TO sb_dispatch;
