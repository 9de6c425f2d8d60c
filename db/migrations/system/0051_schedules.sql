-- migrate:up

-- Jobs that are asked for again and again. What the clock of a place says is a library's to know, so the worker computes each next
-- time; whether a time is used, and used once, is decided here, under the lock of the schedule's row. The worker's login learns
-- when, and never what: the payload goes from row to row inside queue.fire_schedule().
create table public.job_schedules (
    org_id         uuid not null,
    id             uuid not null default seal.new_id(),
    name           text not null,
    job_type       text not null,
    payload        jsonb not null default '{}',
    cron           text not null,
    timezone       text not null,
    priority       smallint not null default 100,
    max_attempts   smallint not null default 5,
    est_tokens     integer not null default 0,
    max_tokens     bigint,
    catch_up       boolean not null default true,
    is_active      boolean not null default true,
    next_run_at    timestamptz,
    off_reason     text,
    last_run_at    timestamptz,
    last_job_id    uuid,
    last_outcome   text,
    requested_by   uuid,
    requested_rank smallint not null,
    requested_key  uuid,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    constraint job_schedules_pkey primary key (org_id, id),
    constraint job_schedules_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint job_schedules_name_key unique (org_id, name),
    constraint job_schedules_name_given check (btrim(name) <> '' and length(name) <= 200),
    constraint job_schedules_type_is_a_name check (job_type ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$' and length(job_type) <= 100),
    constraint job_schedules_payload_is_object check (jsonb_typeof(payload) = 'object'),
    constraint job_schedules_cron_given check (btrim(cron) <> '' and length(cron) <= 200),
    constraint job_schedules_timezone_given check (btrim(timezone) <> '' and length(timezone) <= 100),
    constraint job_schedules_priority_known check (priority between 1 and 1000),
    constraint job_schedules_max_attempts_few check (max_attempts between 1 and 25),
    constraint job_schedules_budget_not_negative check (est_tokens >= 0 and max_tokens > 0),
    constraint job_schedules_on_or_off check (is_active = (next_run_at is not null) and is_active = (off_reason is null)),
    constraint job_schedules_outcome_known check (last_outcome in (
        'fired',            -- a job was asked for
        'still running',    -- the job before it had not ended, so there was none
        'missed')),         -- nobody was there at the time, and it is not caught up
    constraint job_schedules_requested_rank_known check (requested_rank between 0 and 4)
);
comment on table public.job_schedules is 'Jobs that are asked for again and again. Written by system.set_schedule(), fired by queue.fire_schedule().';
comment on column public.job_schedules.cron is 'Five fields: minute, hour, day of month, month, day of week. Read by whoever sets it and by the worker.';
comment on column public.job_schedules.timezone is 'The IANA name of the zone whose clock the cron is of.';
comment on column public.job_schedules.catch_up is 'Whether one run makes up for times at which no worker was there.';
comment on column public.job_schedules.next_run_at is 'Null where it is switched off; setting it again switches it on.';
comment on column public.job_schedules.off_reason is 'Why it was switched off.';
comment on column public.job_schedules.last_run_at is 'When it last asked for a job.';
comment on column public.job_schedules.last_job_id is 'The job that it asked for then. A plain column: jobs go.';
comment on column public.job_schedules.last_outcome is 'What came of the time that was last due.';
comment on column public.job_schedules.requested_by is 'Who set it last: its jobs are theirs. Null: the operator, for whom no organisation changes or removes it.';
comment on column public.job_schedules.requested_rank is 'The rank they set it with; its jobs rank no higher.';

comment on column public.job_schedules.requested_key is
    'The API key they set it with: when that ends, it is switched off. Setting it again makes it whoever''s that is.';

create index job_schedules_of_keys_idx on public.job_schedules (org_id, requested_key) where is_active and requested_key is not null;
create index job_schedules_due_idx on public.job_schedules (next_run_at) where is_active;     -- what is due, of all organisations

select seal_private.protect('public.job_schedules', p_read => 'admin', p_add => null, p_change => null, p_remove => null,
    p_most => '{"max_tokens": 1000000000000}');

grant select (org_id, id, cron, timezone, is_active, next_run_at) on public.job_schedules to sb_queue;
grant select, delete, insert (org_id, name, job_type, payload, cron, timezone, priority, max_attempts, est_tokens, max_tokens, catch_up,
                              next_run_at, requested_by, requested_rank, requested_key),
      update (job_type, payload, cron, timezone, priority, max_attempts, est_tokens, max_tokens, catch_up, is_active, next_run_at, off_reason,
              last_run_at, last_job_id, last_outcome, requested_by, requested_rank, requested_key)
   on public.job_schedules to sb_gate;
create policy scheduling on public.job_schedules for select to sb_queue using (is_active);
create policy setting on public.job_schedules to sb_gate using (true) with check (true);

-- The one way in which jobs of others' making come in: by the key that no tenant may give a job of their own, or any member could
-- hold up what an admin has scheduled.
grant insert (org_id, id, job_type, payload, unique_key, priority, max_attempts, est_tokens, max_tokens, requested_by, requested_rank, requested_key)
   on public.jobs to sb_gate;
create policy recurring on public.jobs for insert to sb_gate with check (unique_key ~ '^schedule ');
create policy reserved_keys on public.jobs as restrictive for insert to sb_tenant with check (unique_key is null or unique_key !~ '^schedule ');
comment on policy reserved_keys on public.jobs is 'The key of a schedule''s job is its own.';

select seal_private.deviate('policy', 'public.job_schedules', 'scheduling', 'The dispatcher asks what is due, of all organisations; columns keep it from the payload.'),
       seal_private.deviate('policy', 'public.job_schedules', 'setting', 'Functions write schedules, each after it has checked who it is; a worker''s login fires them.'),
       seal_private.deviate('policy', 'public.jobs', 'recurring', 'queue.fire_schedule() asks for the job of a schedule that is due, in its organisation.');

-- Setting and removing -------------------------------------------------------------------------------------------------

-- Whether the schedule of this name may be written by who calls. The organisation is locked: what is counted and who ranks how
-- stays so until it is written.
create function system.lock_schedule(p_org uuid, p_name text, out is_operator boolean) returns boolean
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    is_operator := seal_private.is_operator();
    if (is_operator or p_org = seal.org(3)) is not true then
        raise exception 'not allowed to schedule in this organisation' using errcode = '42501';
    end if;
    perform core.lock_members(p_org);
    if not is_operator then
        if (seal_private.rank_in(p_org, seal.user_id()) >= 3) is not true then
            raise exception 'not allowed to schedule in this organisation' using errcode = '42501';
        end if;
        if exists (select from public.job_schedules s where s.org_id = p_org and s.name = p_name and s.requested_by is null) then
            raise exception 'the operator set this schedule' using errcode = '42501';
        end if;
    end if;
end $$;

create function system.set_schedule(p_org uuid, p_name text, p_type text, p_cron text, p_timezone text, p_next timestamptz,
                                    p_payload jsonb default '{}', p_catch_up boolean default true, p_priority int default 100,
                                    p_max_attempts int default 5, p_est_tokens int default 0, p_max_tokens bigint default null)
    returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_is_operator constant boolean := system.lock_schedule(p_org, p_name);
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
        raise exception 'next_run_at: a schedule has a next time' using errcode = '23514', constraint = 'job_schedules_on_or_off', column = 'next_run_at';
    end if;
    if (select count(*) from public.job_schedules s where s.org_id = p_org and s.name <> p_name) >= 1000 then
        raise exception 'an organisation has a thousand schedules at most' using errcode = '23514', constraint = 'job_schedules_few';
    end if;
    insert into public.job_schedules as s (org_id, name, job_type, payload, cron, timezone, next_run_at, catch_up, priority, max_attempts,
                                           est_tokens, max_tokens, requested_by, requested_rank, requested_key)
    values (p_org, p_name, p_type, p_payload, p_cron, p_timezone, p_next, p_catch_up, p_priority, p_max_attempts, p_est_tokens, p_max_tokens,
            v_person, case when v_person is null then 3 else seal.rank() end, case when v_person is not null then seal.key_id() end)
    on conflict (org_id, name) do update
       set job_type = excluded.job_type, payload = excluded.payload, cron = excluded.cron, timezone = excluded.timezone, catch_up = excluded.catch_up,
           priority = excluded.priority, max_attempts = excluded.max_attempts, est_tokens = excluded.est_tokens, max_tokens = excluded.max_tokens,
           requested_by = excluded.requested_by, requested_rank = excluded.requested_rank, requested_key = excluded.requested_key,
           is_active = true, next_run_at = excluded.next_run_at, off_reason = null
    returning s.id into v_id;
    perform system.record_for(p_org, 'schedules.set', 'job_schedules', v_id::text,
                              jsonb_build_object('name', p_name, 'job_type', p_type, 'cron', p_cron, 'timezone', p_timezone));
    return v_id;
end $$;
comment on function system.set_schedule(uuid, text, text, text, text, timestamptz, jsonb, boolean, int, int, int, bigint) is
    'Sets the schedule of this name as a whole, and switches it on: for admins, as themselves; for the operator in any organisation, with '
    'the rank of an admin and the reserved types. Next: when it is due, by its cron. Recorded in the audit log. Its id.';

create function system.remove_schedule(p_org uuid, p_name text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_id uuid;
begin
    perform system.lock_schedule(p_org, p_name);
    delete from public.job_schedules s where s.org_id = p_org and s.name = p_name returning s.id into v_id;
    if v_id is not null then
        perform system.record_for(p_org, 'schedules.removed', 'job_schedules', v_id::text, jsonb_build_object('name', p_name));
    end if;
    return v_id is not null;
end $$;
comment on function system.remove_schedule(uuid, text) is
    'Removes the schedule of this name; its job goes on, if one waits or runs. Recorded in the audit log. False: there is none.';

-- Switching off --------------------------------------------------------------------------------------------------------

create function system.key_ended() returns text
language sql immutable
return 'the API key that set it has ended';
comment on function system.key_ended() is 'Why a schedule is switched off whose key was revoked or has expired.';

-- Nobody does this: system.record_for() would say that the installer did.
create function system.record_switched_off(p_org uuid, p_id uuid, p_name text, p_reason text) returns void
language sql set search_path = pg_catalog, pg_temp as $$
    insert into public.audit_log (org_id, actor_kind, action, resource_type, resource_id, detail)
    values (p_org, 'system', 'schedules.switched_off', 'job_schedules', p_id::text, jsonb_build_object('name', p_name, 'reason', p_reason))
$$;

create function system.end_schedules_of_keys(p_limit int) returns bigint
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
        update public.job_schedules s set is_active = false, next_run_at = null, off_reason = system.key_ended()
         where s.org_id = v_schedule.org_id and s.id = v_schedule.id;
        perform system.record_switched_off(v_schedule.org_id, v_schedule.id, v_schedule.name, system.key_ended());
        v_count := v_count + 1;
    end loop;
    return v_count;
end $$;
comment on function system.end_schedules_of_keys(int) is
    'Switches off schedules that were set with an API key which was revoked or has expired, up to so many. How many.';

-- Firing --------------------------------------------------------------------------------------------------------------

create function queue.due_schedules(p_limit int)
    returns table (org_id uuid, schedule_id uuid, cron text, timezone text, due_at timestamptz, as_of timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp set jit = off set enable_seqscan = off as $$
    -- By turns: one of each organisation, then the second of each. Who has many due holds up nobody who has one. (No time before 1900 gets
    -- past the column's bound; and no client could read it.)
    select d.org_id, d.id, d.cron, d.timezone, d.next_run_at, queue.now()
      from (select s.org_id, s.id, s.cron, s.timezone, s.next_run_at, row_number() over (partition by s.org_id order by s.next_run_at) as turn
              from public.job_schedules s
             where s.is_active and s.next_run_at <= queue.now() and s.next_run_at >= timestamptz '1900-01-01 00:00:00+00'
               and not exists (select from queue.set_aside a
                                where a.task = 'fire' and a.org_id = s.org_id and a.row_id = s.id and a.retry_at > queue.now())) d
     order by d.turn, d.next_run_at limit p_limit
$$;
comment on function queue.due_schedules(int) is 'Up to so many schedules whose time has come, in turns between the organisations, and what time it is here. For the dispatcher.';

create function queue.fire_schedule(p_org uuid, p_id uuid, p_due timestamptz, p_next timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_schedule record;
    v_outcome  text;
    v_off      text;
    v_rank     int;
    v_job      uuid;
begin
    -- Of several that come with the same time one finds the row as it was; for the others it is locked, or has another time by now.
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
        v_off := system.key_ended();
    elsif v_schedule.requested_by is not null and v_rank is null then
        v_off := 'the person who set it has left';     -- its last job says so as well
    end if;

    if p_next is null or v_off = system.key_ended() then
        v_outcome := 'off';
    elsif not v_schedule.catch_up and p_due < queue.now() - interval '1 minute' then
        v_outcome := 'missed';
    else
        v_job := seal.new_id();
        -- The only key that it can hit is its own: the job before it waits or runs.
        insert into public.jobs (org_id, id, job_type, payload, unique_key, priority, max_attempts, est_tokens, max_tokens,
                                 requested_by, requested_rank, requested_key)
        values (p_org, v_job, v_schedule.job_type, v_schedule.payload, 'schedule ' || p_id, v_schedule.priority, v_schedule.max_attempts,
                v_schedule.est_tokens, v_schedule.max_tokens, v_schedule.requested_by, least(v_schedule.requested_rank, v_rank),
                v_schedule.requested_key)
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
        perform system.record_switched_off(p_org, p_id, v_schedule.name, v_off);
    end if;
    return v_outcome;
end $$;
comment on function queue.fire_schedule(uuid, uuid, timestamptz, timestamptz) is
    'Uses a time that is due, once, whoever else tries: asks for the job, and the schedule waits for the next time (null: there is none to be '
    'read, and it is switched off). fired, still running, missed or off; null: another has used it, or somebody changed the schedule.';

select seal_private.admit('seal_private.rank_in(uuid, uuid)', 'sb_seal', '{sb_queue, sb_gate}', 'what a person is in an organisation now; null: nothing'),
       seal_private.admit('system.lock_schedule(uuid, text)', 'sb_gate', '{}', 'whether the schedule of this name may be written by who calls'),
       seal_private.admit('system.set_schedule(uuid, text, text, text, text, timestamptz, jsonb, boolean, integer, integer, integer, bigint)', 'sb_gate',
                          '{sb_api}', 'no tenant may say as whom a schedule''s jobs run'),
       seal_private.admit('system.remove_schedule(uuid, text)', 'sb_gate', '{sb_api}', 'no tenant may remove what the operator set'),
       seal_private.admit('system.key_ended()', 'sb_gate', '{}', 'the reason of a schedule that is off, in one place'),
       seal_private.admit('system.record_switched_off(uuid, uuid, text, text)', 'sb_gate', '{}', 'what nobody does is recorded as the system''s'),
       seal_private.admit('system.end_schedules_of_keys(integer)', 'sb_gate', '{sb_queue}', 'maintenance goes over all organizations', 'all'),
       seal_private.admit('queue.due_schedules(integer)', 'sb_queue', '{sb_dispatch}', 'schedules are looked for in all organisations', 'all'),
       seal_private.admit('queue.fire_schedule(uuid, uuid, timestamptz, timestamptz)', 'sb_gate', '{sb_dispatch}',
                          'a payload goes from a schedule to its job, past whoever fires it', 'all');

-- migrate:down
