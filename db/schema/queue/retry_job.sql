-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.retry_job(p_job uuid, p_org uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if (seal_private.is_operator() or p_org = seal.org(2)) is not true then
        raise exception 'not allowed to retry this' using errcode = '42501';
    end if;
    perform queue.assert_not_reserved(p_org, p_job, seal_private.is_operator());
    update public.jobs j
       set status = 'queued', run_at = queue.now(), attempt = 0, crash_count = 0, cancel_requested = false,
           finished_at = null
     where j.org_id = p_org and j.id = p_job and j.status in ('dead', 'cancelled');
    if found then
        -- What was a suspect is one still: the person who retries it need not know why it died.
        insert into queue.quarantines as q (org_id)
        select p_org from public.jobs j where j.org_id = p_org and j.id = p_job and j.suspicion > 0
        on conflict (org_id) do update set until = q.until;
        perform system.record_for(p_org, 'jobs.retried', 'jobs', p_job::text, '{}');
        perform pg_notify('sealedbid_jobs', '');
    end if;
    return found;
end $$;

ALTER FUNCTION queue.retry_job(p_job uuid, p_org uuid) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.retry_job(p_job uuid, p_org uuid) IS 'Enqueues a dead or cancelled job again, with all its attempts. Returns false if there is no such job. Raises DuplicateJobError if a job with its key is queued or running.';

REVOKE ALL ON FUNCTION queue.retry_job(p_job uuid, p_org uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.retry_job(p_job uuid, p_org uuid) TO sb_api;
