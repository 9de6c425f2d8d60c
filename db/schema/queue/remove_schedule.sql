-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.remove_schedule(p_org uuid, p_name text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_id uuid;
begin
    perform queue.lock_schedule(p_org, p_name);
    delete from public.job_schedules s where s.org_id = p_org and s.name = p_name returning s.id into v_id;
    if v_id is not null then
        perform system.record_for(p_org, 'schedules.removed', 'job_schedules', v_id::text,
                                  jsonb_build_object('name', p_name));
    end if;
    return v_id is not null;
end $$;

ALTER FUNCTION queue.remove_schedule(p_org uuid, p_name text) OWNER TO sb_gate;

COMMENT ON FUNCTION queue.remove_schedule(p_org uuid, p_name text) IS 'Removes the schedule of this name; its job goes on, if one waits or runs. Recorded in the audit log. False: there is none.';

REVOKE ALL ON FUNCTION queue.remove_schedule(p_org uuid, p_name text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.remove_schedule(p_org uuid, p_name text) TO sb_api;
