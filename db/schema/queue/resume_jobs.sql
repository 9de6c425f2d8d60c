-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.resume_jobs(p_reason text, p_org uuid DEFAULT NULL::uuid, p_type text DEFAULT NULL::text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_org         constant uuid := coalesce(p_org, '00000000-0000-0000-0000-000000000000');
    v_is_operator constant boolean := seal_private.is_operator();
    v_count       bigint;
begin
    if (v_is_operator or p_org = seal.org(3)) is not true then
        raise exception 'not allowed to resume this' using errcode = '42501';
    end if;
    delete from queue.stops s
     where s.org_id = v_org and s.job_type is not distinct from p_type and s.is_operator = v_is_operator;
    get diagnostics v_count = row_count;
    if v_count > 0 then
        perform system.record_for(v_org, 'jobs.resumed', 'jobs', null,
                                  jsonb_strip_nulls(jsonb_build_object('reason', p_reason, 'job_type', p_type)));
        perform pg_notify('sealedbid_jobs', '');
    elsif exists (select from queue.stops s where s.org_id = v_org and s.job_type is not distinct from p_type) then
        raise exception '%', case when v_is_operator then 'the organization stopped this itself'
                                  else 'the operator stopped this' end
            using errcode = '42501';
    end if;
    return v_count;
end $$;

ALTER FUNCTION queue.resume_jobs(p_reason text, p_org uuid, p_type text) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.resume_jobs(p_reason text, p_org uuid, p_type text) IS 'Takes a stop back: an organization''s admins what one of its people stopped, whoever that was; the operator what the operator stopped. What waits goes on, unless the other has stopped it as well. Recorded in the audit log. How many stops: 0 where there was none.';

REVOKE ALL ON FUNCTION queue.resume_jobs(p_reason text, p_org uuid, p_type text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.resume_jobs(p_reason text, p_org uuid, p_type text) TO sb_api;
