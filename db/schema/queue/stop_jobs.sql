-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.stop_jobs(p_reason text, p_org uuid DEFAULT NULL::uuid, p_type text DEFAULT NULL::text, p_job uuid DEFAULT NULL::uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_org         constant uuid := coalesce(p_org, '00000000-0000-0000-0000-000000000000');
    v_is_operator constant boolean := seal_private.is_operator();
    v_count       bigint;
begin
    -- Members end single jobs of their organization, its admins all of it, and the operator whatever there is.
    if (v_is_operator or p_org = seal.org(case when p_job is null then 3 else 2 end)) is not true then
        raise exception 'not allowed to stop this' using errcode = '42501';
    end if;
    if not v_is_operator and p_type ~ '^(system|billing)(\.|$)' then
        raise exception 'only the operator stops jobs of the reserved types' using errcode = '42501';
    end if;
    if p_job is not null and p_org is null then
        raise exception 'a job is named together with its organization' using errcode = '22023';
    end if;
    if (p_reason ~ '\S') is not true then
        raise exception 'a reason has to be given' using errcode = '22023';
    end if;
    if p_job is not null then
        perform queue.assert_not_reserved(p_org, p_job, v_is_operator);
        update public.jobs j
           set status = case when j.status = 'running' then 'running' else 'cancelled' end,
               finished_at = case when j.status = 'running' then null else queue.now() end, cancel_requested = true
         where j.org_id = p_org and j.id = p_job and j.status in ('scheduled', 'queued', 'running');
        get diagnostics v_count = row_count;
    else
        -- Every claim reads the stops of the organizations that it serves.
        if (select count(*) from queue.stops s where s.org_id = v_org and s.is_operator = v_is_operator) >= 100 then
            raise exception 'an organization has a hundred stops at most: stop all of its jobs'
                using errcode = '23514', constraint = 'stops_few';
        end if;
        insert into queue.stops (org_id, job_type, is_operator, reason, stopped_by)
        values (v_org, p_type, v_is_operator, p_reason, seal.user_id())
        on conflict on constraint stops_key do nothing;
        get diagnostics v_count = row_count;
    end if;
    if v_count > 0 then
        perform system.record_for(v_org, case when p_job is null then 'jobs.stopped' else 'jobs.cancelled' end,
                                  'jobs', p_job::text,
                                  jsonb_strip_nulls(jsonb_build_object('reason', p_reason, 'job_type', p_type)));
    end if;
    return v_count;
end $_$;

ALTER FUNCTION queue.stop_jobs(p_reason text, p_org uuid, p_type text, p_job uuid) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.stop_jobs(p_reason text, p_org uuid, p_type text, p_job uuid) IS 'Stops what runs and what waits: of an organization, of a type, of both; of everything, where neither is given; or ends one job. Recorded in the audit log with the reason. How many stops or jobs: 0 where it was stopped already.';

REVOKE ALL ON FUNCTION queue.stop_jobs(p_reason text, p_org uuid, p_type text, p_job uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.stop_jobs(p_reason text, p_org uuid, p_type text, p_job uuid) TO sb_api;
