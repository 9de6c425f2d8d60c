-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION intelligence.cancel_run(p_run uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_org      constant uuid := seal.org(2);
    v_proposal uuid;
begin
    if v_org is null then
        raise exception 'members alone cancel a run' using errcode = '42501';
    end if;
    update public.agent_runs r
       set status = 'cancelled', waits_for = '{}'
     where r.org_id = v_org and r.id = p_run and r.status = 'needs_input'
    returning r.proposal_id into v_proposal;
    if not found then
        return false;
    end if;
    update public.proposals p
       set brain_status = 'cancelled'
     where p.org_id = v_org and p.id = v_proposal and p.brain_status = 'needs_input';
    perform system.record('run.cancelled', 'agent_runs', p_run::text);
    return true;
end $$;

ALTER FUNCTION intelligence.cancel_run(p_run uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION intelligence.cancel_run(p_run uuid) IS 'Ends a run of the open organization that waits for answers; one that a job runs ends with the job. Recorded in the audit log. False: it does not wait.';

REVOKE ALL ON FUNCTION intelligence.cancel_run(p_run uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION intelligence.cancel_run(p_run uuid) TO sb_tenant;
