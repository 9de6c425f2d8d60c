-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal.open_job(p_job uuid, p_lease uuid, p_org uuid) RETURNS smallint
    LANGUAGE plpgsql STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_job  record;
    v_rank int;
begin
    perform seal_private.assert_clean();
    select j.job_type, j.requested_by, j.requested_rank, j.requested_key,
           least(j.deadline_at, w.beat_at + w.ttl) as ends_at
      into v_job
      from public.jobs j join queue.workers w on w.id = j.worker_id
     where j.org_id = p_org and j.id = p_job and j.lease_token = p_lease and j.status = 'running'
       and least(j.deadline_at, w.beat_at + w.ttl) > queue.now();
    if not found then
        raise exception 'no such lease' using errcode = '28000';
    end if;
    v_rank := v_job.requested_rank;
    if v_job.requested_by is not null then
        v_rank := least(v_rank, seal_private.rank_in(p_org, v_job.requested_by));
        if seal_private.rank_in(p_org, v_job.requested_by) is null then
            raise exception 'the person who asked for this job has left' using errcode = '42501';
        end if;
    end if;
    if v_job.requested_key is not null and not seal_private.key_lives(p_org, v_job.requested_key) then
        raise exception 'the API key that asked for this job has ended' using errcode = '42501';
    end if;
    -- The prefix of a reserved type is the kind, so that a policy can ask for it.
    perform seal_private.bind(coalesce(substring(v_job.job_type from '^(system|billing)\.'), 'job'),
                              v_job.requested_by, p_org, v_rank, p_job, v_job.ends_at);
    return v_rank;
end $$;

ALTER FUNCTION seal.open_job(p_job uuid, p_lease uuid, p_org uuid) OWNER TO sb_seal;

COMMENT ON FUNCTION seal.open_job(p_job uuid, p_lease uuid, p_org uuid) IS 'Opens a running job by its lease; lives no longer than the lease, ranks no higher than who asked, both now and then.';

REVOKE ALL ON FUNCTION seal.open_job(p_job uuid, p_lease uuid, p_org uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.open_job(p_job uuid, p_lease uuid, p_org uuid) TO sb_worker;
