-- migrate:up

-- Using a time that is due, and switching off a schedule that can have no next one.

create function queue.due_schedules(p_limit int)
    returns table (org_id uuid, schedule_id uuid, cron text, timezone text, due_at timestamptz, as_of timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp set jit = off set enable_seqscan = off as $$
    -- By turns: one of each organization, then the second of each. Who has many due holds up nobody who has one. (No
    -- time before 1900 gets past the column's bound; and no client could read it.)
    select d.org_id, d.id, d.cron, d.timezone, d.next_run_at, queue.now()
      from (select s.org_id, s.id, s.cron, s.timezone, s.next_run_at,
                   row_number() over (partition by s.org_id order by s.next_run_at) as turn
              from public.job_schedules s
             where s.is_active and s.next_run_at <= queue.now()
               and s.next_run_at >= timestamptz '1900-01-01 00:00:00+00'
               and not exists (select from queue.set_aside a
                                where a.task = 'fire' and a.org_id = s.org_id and a.row_id = s.id
                                  and a.retry_at > queue.now())) d
     order by d.turn, d.next_run_at limit p_limit
$$;
comment on function queue.due_schedules(int) is
    'Up to so many schedules whose time has come, in turns between the organizations, and what time it is here. For '
    'the dispatcher.';

create function queue.fire_schedule(p_org uuid, p_id uuid, p_due timestamptz, p_next timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
comment on function queue.fire_schedule(uuid, uuid, timestamptz, timestamptz) is
    'Uses a time that is due, once, whoever else tries: asks for the job, and the schedule waits for the next time '
    '(null: there is none to be read, and it is switched off). fired, still running, missed or off; null: another has '
    'used it, or somebody changed the schedule.';

create function queue.key_ended() returns text
language sql immutable
return 'the API key that set it has ended';
comment on function queue.key_ended() is
    'The reason that is stored if a schedule is switched off because its key was revoked or has expired.';

-- Nobody does this: system.record_for() would say that the installer did.
create function queue.record_switched_off(p_org uuid, p_id uuid, p_name text, p_reason text) returns void
language sql set search_path = pg_catalog, pg_temp as $$
    insert into public.audit_log (org_id, actor_kind, action, resource_type, resource_id, detail)
    values (p_org, 'system', 'schedules.switched_off', 'job_schedules', p_id::text,
            jsonb_build_object('name', p_name, 'reason', p_reason))
$$;

create function queue.end_schedules_of_keys(p_limit int) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp set jit = off set enable_seqscan = off as $$
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
comment on function queue.end_schedules_of_keys(int) is
    'Switches off schedules that were set with an API key which was revoked or has expired, up to so many. How many.';

select seal_private.admit('queue.due_schedules(integer)', 'sb_queue', '{sb_dispatch}',
           'schedules are looked for in all organizations', 'all'),
       seal_private.admit('queue.fire_schedule(uuid, uuid, timestamptz, timestamptz)', 'sb_gate', '{sb_dispatch}',
           'a payload goes from a schedule to its job, past whoever fires it', 'all'),
       seal_private.admit('queue.key_ended()', 'sb_gate', '{}', 'the reason of a schedule that is off, in one place'),
       seal_private.admit('queue.record_switched_off(uuid, uuid, text, text)', 'sb_gate', '{}',
           'an action without a person is recorded as the system''s'),
       seal_private.admit('queue.end_schedules_of_keys(integer)', 'sb_gate', '{sb_queue}',
           'maintenance goes over all organizations', 'all');

-- migrate:down
