-- migrate:up

-- Jobs that are asked for again and again. What the clock of a place says is a library's to know, so the worker
-- computes each next time; whether a time is used, and used once, is decided here, under the lock of the schedule's
-- row. The worker's login learns when, and never what: the payload goes from row to row inside queue.fire_schedule().
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
    constraint job_schedules_type_is_a_name
        check (job_type ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$' and length(job_type) <= 100),
    constraint job_schedules_payload_is_object check (jsonb_typeof(payload) = 'object'),
    constraint job_schedules_cron_given check (btrim(cron) <> '' and length(cron) <= 200),
    constraint job_schedules_timezone_given check (btrim(timezone) <> '' and length(timezone) <= 100),
    constraint job_schedules_priority_known check (priority between 1 and 1000),
    constraint job_schedules_max_attempts_few check (max_attempts between 1 and 25),
    constraint job_schedules_budget_not_negative check (est_tokens >= 0 and max_tokens > 0),
    constraint job_schedules_on_or_off
        check (is_active = (next_run_at is not null) and is_active = (off_reason is null)),
    constraint job_schedules_outcome_known check (last_outcome in (
        'fired',            -- a job was asked for
        'still running',    -- the job before it had not ended, so there was none
        'missed')),         -- nobody was there at the time, and it is not caught up
    constraint job_schedules_requested_rank_known check (requested_rank between 0 and 4)
);
comment on table public.job_schedules is
    'Jobs that are asked for again and again. Written by queue.set_schedule(), fired by queue.fire_schedule().';
comment on column public.job_schedules.cron is
    'Five fields: minute, hour, day of month, month, day of week. Read by whoever sets it and by the worker.';
comment on column public.job_schedules.timezone is 'The IANA name of the zone whose clock the cron is of.';
comment on column public.job_schedules.catch_up is 'True if one run makes up for times at which no worker was there.';
comment on column public.job_schedules.next_run_at is 'Null where it is switched off; setting it again switches it on.';
comment on column public.job_schedules.off_reason is 'The reason why it was switched off.';
comment on column public.job_schedules.last_run_at is 'The time at which it last enqueued a job.';
comment on column public.job_schedules.last_job_id is 'The job that it asked for then. A plain column: jobs go.';
comment on column public.job_schedules.last_outcome is 'The result of the time that was last due.';
comment on column public.job_schedules.requested_by is
    'The person who set it last, who enqueues its jobs. Null for the operator, whose schedule no organization changes '
    'or removes.';
comment on column public.job_schedules.requested_rank is 'The rank they set it with; its jobs rank no higher.';
comment on column public.job_schedules.requested_key is
    'The API key they set it with: when that ends, it is switched off. Setting it again makes it whoever''s that is.';

create index job_schedules_of_keys_idx on public.job_schedules (org_id, requested_key)
    where is_active and requested_key is not null;
-- what is due, of all organizations
create index job_schedules_due_idx on public.job_schedules (next_run_at) where is_active;

select seal_private.protect('public.job_schedules',
    p_read => 'admin', p_add => null, p_change => null, p_remove => null, p_most => '{"max_tokens": 1000000000000}');

grant select (org_id, id, cron, timezone, is_active, next_run_at) on public.job_schedules to sb_queue;
grant select, delete,
      insert (org_id, name, job_type, payload, cron, timezone, priority, max_attempts, est_tokens, max_tokens,
              catch_up, next_run_at, requested_by, requested_rank, requested_key),
      update (job_type, payload, cron, timezone, priority, max_attempts, est_tokens, max_tokens, catch_up, is_active,
              next_run_at, off_reason, last_run_at, last_job_id, last_outcome, requested_by, requested_rank,
              requested_key)
   on public.job_schedules to sb_gate;
create policy scheduling on public.job_schedules for select to sb_queue using (is_active);
create policy setting on public.job_schedules to sb_gate using (true) with check (true);
select seal_private.deviate('policy', 'public.job_schedules', 'scheduling',
           'The dispatcher asks what is due, of all organizations; columns keep it from the payload.'),
       seal_private.deviate('policy', 'public.job_schedules', 'setting',
           'Functions write schedules, each after it has checked who it is; a worker''s login fires them.');

-- Setting and removing ------------------------------------------------------------------------------------------------

-- Whether the schedule of this name may be written by who calls. The organization is locked: what is counted and who
-- ranks how stays so until it is written.
create function queue.lock_schedule(p_org uuid, p_name text, out is_operator boolean) returns boolean
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    is_operator := seal_private.is_operator();
    if (is_operator or p_org = seal.org(3)) is not true then
        raise exception 'not allowed to schedule in this organization' using errcode = '42501';
    end if;
    perform core.lock_members(p_org);
    if not is_operator then
        if (seal_private.rank_in(p_org, seal.user_id()) >= 3) is not true then
            raise exception 'not allowed to schedule in this organization' using errcode = '42501';
        end if;
        if exists (select from public.job_schedules s
                    where s.org_id = p_org and s.name = p_name and s.requested_by is null) then
            raise exception 'the operator set this schedule' using errcode = '42501';
        end if;
    end if;
end $$;

create function queue.set_schedule(
    p_org uuid, p_name text, p_type text, p_cron text, p_timezone text, p_next timestamptz,
    p_payload jsonb default '{}', p_catch_up boolean default true, p_priority int default 100,
    p_max_attempts int default 5, p_est_tokens int default 0, p_max_tokens bigint default null)
    returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
end $$;
comment on function
    queue.set_schedule(uuid, text, text, text, text, timestamptz, jsonb, boolean, int, int, int, bigint) is
    'Sets the schedule of this name as a whole, and switches it on: for admins, as themselves; for the operator in '
    'any organization, with the rank of an admin and the reserved types. Next: when it is due, by its cron. Recorded '
    'in the audit log. Its id.';

create function queue.remove_schedule(p_org uuid, p_name text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
comment on function queue.remove_schedule(uuid, text) is
    'Removes the schedule of this name; its job goes on, if one waits or runs. Recorded in the audit log. False: '
    'there is none.';

select seal_private.admit('queue.lock_schedule(uuid, text)', 'sb_gate', '{}',
           'the caller may write the schedule of this name'),
       seal_private.admit(
           'queue.set_schedule(uuid, text, text, text, text, timestamptz, jsonb, boolean, integer, integer, integer, '
           'bigint)', 'sb_gate', '{sb_api}',
           'no tenant may say as whom a schedule''s jobs run'),
       seal_private.admit('queue.remove_schedule(uuid, text)', 'sb_gate', '{sb_api}',
           'no tenant may remove what the operator set');

-- migrate:down
