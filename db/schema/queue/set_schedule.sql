-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.set_schedule(p_org uuid, p_name text, p_type text, p_cron text, p_timezone text, p_next timestamp with time zone, p_payload jsonb DEFAULT '{}'::jsonb, p_catch_up boolean DEFAULT true, p_priority integer DEFAULT 100, p_max_attempts integer DEFAULT 5, p_est_tokens integer DEFAULT 0, p_max_tokens bigint DEFAULT NULL::bigint) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_is_operator constant boolean := queue.lock_schedule(p_org, p_name);
    v_person      constant uuid := case when p_org = seal.org(3) then seal.user_id() end;
    v_id          uuid;
begin
    if p_type ~ '^(system|billing)(\.|$)' and not v_is_operator then
        raise exception 'job_type: only the operator schedules jobs of the reserved types' using errcode = '42501';
    end if;
    if not exists (select from pg_timezone_names z where z.name = p_timezone) then
        raise exception 'timezone: there is no time zone %', p_timezone
            using errcode = '23514', constraint = 'job_schedules_timezone_known', column = 'timezone';
    end if;
    if p_next is null then
        raise exception 'next_run_at: a schedule has a next time'
            using errcode = '23514', constraint = 'job_schedules_on_or_off', column = 'next_run_at';
    end if;
    if (select count(*) from public.job_schedules s where s.org_id = p_org and s.name <> p_name) >= 1000 then
        raise exception 'an organization has a thousand schedules at most'
            using errcode = '23514', constraint = 'job_schedules_few';
    end if;
    insert into public.job_schedules as s (org_id, name, job_type, payload, cron, timezone, next_run_at, catch_up,
                                           priority, max_attempts, est_tokens, max_tokens, requested_by,
                                           requested_rank, requested_key)
    values (p_org, p_name, p_type, p_payload, p_cron, p_timezone, p_next, p_catch_up,
            p_priority, p_max_attempts, p_est_tokens, p_max_tokens, v_person,
            case when v_person is null then 3 else seal.rank() end,
            case when v_person is not null then seal.key_id() end)
    on conflict (org_id, name) do update
       set job_type = excluded.job_type, payload = excluded.payload, cron = excluded.cron,
           timezone = excluded.timezone, catch_up = excluded.catch_up, priority = excluded.priority,
           max_attempts = excluded.max_attempts, est_tokens = excluded.est_tokens, max_tokens = excluded.max_tokens,
           requested_by = excluded.requested_by, requested_rank = excluded.requested_rank,
           requested_key = excluded.requested_key, is_active = true, next_run_at = excluded.next_run_at,
           off_reason = null
    returning s.id into v_id;
    perform system.record_for(p_org, 'schedules.set', 'job_schedules', v_id::text,
                              jsonb_build_object('name', p_name, 'job_type', p_type, 'cron', p_cron,
                                                 'timezone', p_timezone));
    return v_id;
end $_$;

ALTER FUNCTION queue.set_schedule(p_org uuid, p_name text, p_type text, p_cron text, p_timezone text, p_next timestamp with time zone, p_payload jsonb, p_catch_up boolean, p_priority integer, p_max_attempts integer, p_est_tokens integer, p_max_tokens bigint) OWNER TO sb_gate;

COMMENT ON FUNCTION queue.set_schedule(p_org uuid, p_name text, p_type text, p_cron text, p_timezone text, p_next timestamp with time zone, p_payload jsonb, p_catch_up boolean, p_priority integer, p_max_attempts integer, p_est_tokens integer, p_max_tokens bigint) IS 'Sets the schedule of this name as a whole, and switches it on: for admins, as themselves; for the operator in any organization, with the rank of an admin and the reserved types. Next: when it is due, by its cron. Recorded in the audit log. Its id.';

REVOKE ALL ON FUNCTION queue.set_schedule(p_org uuid, p_name text, p_type text, p_cron text, p_timezone text, p_next timestamp with time zone, p_payload jsonb, p_catch_up boolean, p_priority integer, p_max_attempts integer, p_est_tokens integer, p_max_tokens bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.set_schedule(p_org uuid, p_name text, p_type text, p_cron text, p_timezone text, p_next timestamp with time zone, p_payload jsonb, p_catch_up boolean, p_priority integer, p_max_attempts integer, p_est_tokens integer, p_max_tokens bigint) TO sb_api;
