-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.fire_schedule(p_org uuid, p_id uuid, p_due timestamp with time zone, p_next timestamp with time zone) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_schedule record;
    v_outcome  text;
    v_off      text;
    v_rank     int;
    v_job      uuid;
begin
    -- Of several that come with the same time one finds the row as it was; for the others it is locked, or has another
    -- time by now.
    select * into v_schedule from public.job_schedules s
     where s.org_id = p_org and s.id = p_id and s.is_active and s.next_run_at = p_due and p_due <= queue.now()
       for no key update skip locked;
    if not found then
        return null;
    end if;
    if p_next <= p_due then
        raise exception 'the next time comes after this one' using errcode = '22023';
    end if;
    v_rank := seal_private.rank_in(p_org, v_schedule.requested_by);
    if p_next is null then
        v_off := 'its cron or its time zone cannot be read';
    elsif v_schedule.requested_key is not null and not seal_private.key_lives(p_org, v_schedule.requested_key) then
        v_off := queue.key_ended();
    elsif v_schedule.requested_by is not null and v_rank is null then
        v_off := 'the person who set it has left';     -- its last job says so as well
    end if;

    if p_next is null or v_off = queue.key_ended() then
        v_outcome := 'off';
    elsif not v_schedule.catch_up and p_due < queue.now() - interval '1 minute' then
        v_outcome := 'missed';
    else
        v_job := seal.new_id();
        -- The only key that it can hit is its own: the job before it waits or runs.
        insert into public.jobs (org_id, id, job_type, payload, unique_key, priority, max_attempts, est_tokens,
                                 max_tokens, requested_by, requested_rank, requested_key)
        values (p_org, v_job, v_schedule.job_type, v_schedule.payload, 'schedule ' || p_id, v_schedule.priority,
                v_schedule.max_attempts, v_schedule.est_tokens, v_schedule.max_tokens, v_schedule.requested_by,
                least(v_schedule.requested_rank, v_rank), v_schedule.requested_key)
        on conflict do nothing;
        v_outcome := case when found then 'fired' else 'still running' end;
    end if;
    update public.job_schedules s
       set is_active = v_off is null, next_run_at = case when v_off is null then p_next end, off_reason = v_off,
           last_outcome = coalesce(nullif(v_outcome, 'off'), s.last_outcome),
           last_run_at = case when v_outcome = 'fired' then queue.now() else s.last_run_at end,
           last_job_id = case when v_outcome = 'fired' then v_job else s.last_job_id end
     where s.org_id = p_org and s.id = p_id;
    if v_off is not null then
        perform queue.record_switched_off(p_org, p_id, v_schedule.name, v_off);
    end if;
    return v_outcome;
end $$;

ALTER FUNCTION queue.fire_schedule(p_org uuid, p_id uuid, p_due timestamp with time zone, p_next timestamp with time zone) OWNER TO sb_gate;

COMMENT ON FUNCTION queue.fire_schedule(p_org uuid, p_id uuid, p_due timestamp with time zone, p_next timestamp with time zone) IS 'Uses a time that is due, once, whoever else tries: asks for the job, and the schedule waits for the next time (null: there is none to be read, and it is switched off). fired, still running, missed or off; null: another has used it, or somebody changed the schedule.';

REVOKE ALL ON FUNCTION queue.fire_schedule(p_org uuid, p_id uuid, p_due timestamp with time zone, p_next timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.fire_schedule(p_org uuid, p_id uuid, p_due timestamp with time zone, p_next timestamp with time zone) TO sb_dispatch;
