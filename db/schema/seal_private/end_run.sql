-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.end_run() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    -- A member can enqueue a job of this type with any payload: one that names no proposal ends like any other.
    v_named    constant text := new.payload ->> 'proposal_id';
    v_proposal constant uuid :=
        case when v_named ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then v_named::uuid end;
    v_status   constant text := case new.status when 'cancelled' then 'cancelled' else 'failed' end;
begin
    update public.agent_runs r
       set status = v_status, error = coalesce(new.error, r.error)
     where r.ctid = any (array(select h.ctid from public.agent_runs h
                                where h.org_id = new.org_id and h.job_id = new.id and h.status in ('queued', 'running')
                                  for update skip locked));
    update public.proposals p
       set brain_status = v_status
     where p.ctid = any (array(select h.ctid from public.proposals h
                                where h.org_id = new.org_id and h.id = v_proposal
                                  and h.brain_status in ('queued', 'running')
                                  for update skip locked));
    return null;
end $_$;

ALTER FUNCTION seal_private.end_run() OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.end_run() IS 'a trigger: a job that was ended for it has no transaction to say so in';

REVOKE ALL ON FUNCTION seal_private.end_run() FROM PUBLIC;
