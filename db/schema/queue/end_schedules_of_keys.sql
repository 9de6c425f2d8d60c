-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.end_schedules_of_keys(p_limit integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS $$
declare
    v_schedule record;
    v_count    bigint := 0;
begin
    for v_schedule in
        select s.org_id, s.id, s.name from public.job_schedules s
         where s.is_active and s.requested_key is not null and not seal_private.key_lives(s.org_id, s.requested_key)
         order by s.org_id, s.requested_key limit p_limit for no key update skip locked
    loop
        update public.job_schedules s set is_active = false, next_run_at = null, off_reason = queue.key_ended()
         where s.org_id = v_schedule.org_id and s.id = v_schedule.id;
        perform queue.record_switched_off(v_schedule.org_id, v_schedule.id, v_schedule.name, queue.key_ended());
        v_count := v_count + 1;
    end loop;
    return v_count;
end $$;

ALTER FUNCTION queue.end_schedules_of_keys(p_limit integer) OWNER TO sb_gate;

COMMENT ON FUNCTION queue.end_schedules_of_keys(p_limit integer) IS 'Switches off schedules that were set with an API key which was revoked or has expired, up to so many. How many.';

REVOKE ALL ON FUNCTION queue.end_schedules_of_keys(p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.end_schedules_of_keys(p_limit integer) TO sb_queue;
