-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.report(p_lease uuid, p_progress jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context constant text[] := seal_private.context();
begin
    update public.jobs j set progress = p_progress
     where j.org_id = nullif(v_context[3], '')::uuid and j.id = v_context[5]::uuid
       and v_context[1] in ('job', 'system', 'billing')
       and j.lease_token = p_lease and j.status = 'running';
    if not found then
        raise exception 'the lease is lost' using errcode = '40001';
    end if;
end $$;

ALTER FUNCTION queue.report(p_lease uuid, p_progress jsonb) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.report(p_lease uuid, p_progress jsonb) IS 'Stores how far the open job is, for people to see. Raises LeaseLostError.';

REVOKE ALL ON FUNCTION queue.report(p_lease uuid, p_progress jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.report(p_lease uuid, p_progress jsonb) TO sb_worker;
