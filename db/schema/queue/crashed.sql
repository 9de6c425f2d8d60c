-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.crashed(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_tokens bigint DEFAULT 0) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_status text;
    v_type   text;
begin
    update public.jobs j
       set status = case when j.crash_count >= 2 or j.attempt >= j.max_attempts then 'dead'
                         when j.crash_count = 0 then 'queued' else 'scheduled' end,
           finished_at = case when j.crash_count >= 2 or j.attempt >= j.max_attempts then queue.now() end,
           run_at = case when j.crash_count = 0 then j.run_at else queue.now() + random() * interval '1 minute' end,
           error = case when j.crash_count >= 2 then queue.poison() else p_error end,
           crash_count = j.crash_count + 1, suspicion = greatest(j.suspicion, 1),
           actual_tokens = queue.add_tokens(j.actual_tokens, p_tokens), attempt_tokens = 0,
           lease_token = null, deadline_at = null, worker_id = null
     where j.org_id = p_org and j.id = p_job and j.lease_token = p_lease and j.status = 'running'
    returning j.status, j.job_type into v_status, v_type;
    if found then
        insert into queue.quarantines as q (org_id, until) values (p_org, queue.now() + interval '1 hour')
        on conflict (org_id) do update set until = excluded.until;
        perform queue.count_tokens(p_org, p_job, v_type, p_tokens);
    end if;
    return v_status;
end $$;

ALTER FUNCTION queue.crashed(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_tokens bigint) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.crashed(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_tokens bigint) IS 'Gives a lease back whose job ended its process: it waits again, the second time for a moment, and the third time it is dead. For an hour all jobs of its organization are treated as suspects. Null: the lease was lost.';

REVOKE ALL ON FUNCTION queue.crashed(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_tokens bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.crashed(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_tokens bigint) TO sb_dispatch;
