-- migrate:up
-- squawk-ignore-file ban-drop-constraint, constraint-missing-not-valid, require-concurrent-index-creation, require-concurrent-index-deletion
-- Workers are stopped while this runs, and the queue of an installation is short: one transaction is worth more than a short lock.

-- What the queue goes by when it hands out work: of a job its priority, its budget and who runs it; of an organisation its lane;
-- of a worker whether it is alive. Nothing here is what a job carries.

-- Waiting for its time is a state of its own: whatever is queued is ready, and a claim never steps over what is not due.
alter table public.jobs drop constraint jobs_status_known;
alter table public.jobs
    add column priority         smallint not null default 100,
    add column est_tokens       integer not null default 0,
    add column max_tokens       bigint,
    add column attempt_tokens   bigint not null default 0,
    add column progress         jsonb,
    add column crash_count      smallint not null default 0,
    add column suspicion        smallint not null default 0,
    add column cancel_requested boolean not null default false,
    add column worker_id        uuid,
    add constraint jobs_status_known check (status in (
        'scheduled',    -- waits for run_at
        'queued',       -- waits for a worker
        'running',      -- claimed; somebody holds the lease
        'done',         -- finished in its tenant transaction
        'dead',         -- will not be tried again; error says why
        'cancelled')),  -- a person said so
    add constraint jobs_priority_known check (priority between 1 and 1000),
    add constraint jobs_budget_not_negative check (est_tokens >= 0 and max_tokens > 0 and attempt_tokens >= 0),
    add constraint jobs_crashes_counted check (crash_count >= 0 and suspicion >= 0),
    add constraint jobs_max_attempts_few check (max_attempts between 1 and 25);
alter table public.jobs drop constraint jobs_lease_while_running;
update public.jobs set status = 'queued', lease_token = null, deadline_at = null where status = 'running';
update public.jobs set status = 'scheduled' where status = 'queued' and run_at > now();
alter table public.jobs add constraint jobs_lease_while_running
    check ((status = 'running') = (lease_token is not null and deadline_at is not null and worker_id is not null));
comment on column public.jobs.priority is 'Inside the organisation; the lowest goes first. Between organisations it means nothing.';
comment on column public.jobs.est_tokens is 'What it is thought to use of a model: held against the budget while it runs.';
comment on column public.jobs.max_tokens is 'It ends when it has used so many.';
comment on column public.jobs.attempt_tokens is 'What the attempt that runs has used so far, by its worker''s last heartbeat; then it is in actual_tokens.';
comment on column public.jobs.progress is 'What the body reports while it runs.';
comment on column public.jobs.crash_count is 'How often its process died while it ran alone in it: the third time it is dead.';
comment on column public.jobs.suspicion is
    'Above 0 it is a suspect: its worker died under it so many times since it last ended well. It runs in a process of its own.';
comment on column public.jobs.cancel_requested is 'Its worker ends it with the next heartbeat.';
comment on column public.jobs.worker_id is 'The worker that runs it (queue.workers). A plain column: workers go.';
comment on column public.jobs.deadline_at is 'The job''s own deadline. The lease ends here, or when its worker falls silent.';

-- Rows are rewritten several times in a short life: room for that on the page, and dead ones go soon, at any size of the table.
alter table public.jobs set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
                             autovacuum_vacuum_insert_scale_factor = 0.2);

drop index public.jobs_ready_idx;
drop index public.jobs_running_idx;
drop index public.jobs_unique_key;
create index jobs_ready_idx on public.jobs (org_id, priority, id) where status = 'queued' and suspicion = 0;      -- claiming, lane by lane
create index jobs_suspects_idx on public.jobs (org_id, status, priority, id)                                       -- claiming, one by one
    where suspicion > 0 and status in ('scheduled', 'queued', 'running');
create index jobs_running_idx on public.jobs (org_id, deadline_at) where status = 'running';                      -- limits, rescuing
create index jobs_due_idx on public.jobs (run_at) where status = 'scheduled';                                     -- promoting
create index jobs_over_idx on public.jobs (finished_at) where finished_at is not null;                            -- removing
create index jobs_due_by_org_idx on public.jobs (org_id, run_at) where status = 'scheduled';                      -- promoting in turns
create index jobs_of_keys_idx on public.jobs (org_id, requested_key)                                              -- ending with a key
    where requested_key is not null and status in ('scheduled', 'queued');
create unique index jobs_unique_key on public.jobs (org_id, job_type, unique_key) where status in ('scheduled', 'queued', 'running');
select seal_private.bound('public.jobs', '{"max_tokens": 1000000000000, "attempt_tokens": 1000000000000, "progress": 100000}',
    p_made => '{actual_tokens, attempt_tokens, deadline_at, started_at, finished_at, created_at, updated_at}');

grant select (priority, est_tokens, max_tokens, attempt_tokens, progress, crash_count, suspicion, cancel_requested) on public.jobs to sb_tenant;
grant insert (priority, est_tokens, max_tokens, max_attempts) on public.jobs to sb_tenant;

-- What is asked for later waits for its time.
create function seal_private.schedule_job() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    new.status := 'scheduled';
    return new;
end $$;
create trigger schedule before insert on public.jobs for each row when (new.status = 'queued' and new.run_at > queue.now())
    execute function seal_private.schedule_job();

-- Lanes ---------------------------------------------------------------------------------------------------------------

-- How much of the workers one organisation may have. Without a row: an even share, and no limit.
create table public.job_lanes (
    org_id       uuid not null,
    weight       smallint not null default 1,
    max_running  integer,
    token_limit  bigint,
    tokens_used  bigint not null default 0,
    period       date not null default date_trunc('month', queue.now() at time zone 'UTC')::date,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    constraint job_lanes_pkey primary key (org_id),
    constraint job_lanes_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint job_lanes_weight_known check (weight between 1 and 100),
    constraint job_lanes_limits_not_negative check (max_running >= 0 and token_limit >= 0 and tokens_used >= 0)
) with (fillfactor = 50);
comment on table public.job_lanes is 'An organisation''s share of the workers, and its budget of a model''s tokens. The platform''s admins write it.';
comment on column public.job_lanes.weight is 'How many jobs it gets for one of an organisation without a row.';
comment on column public.job_lanes.max_running is 'So many at the same time, exactly; null: no limit.';
comment on column public.job_lanes.token_limit is 'Tokens in a month (UTC); null: no limit.';
comment on column public.job_lanes.tokens_used is 'Tokens of the jobs that ended in the period, however they ended.';
comment on column public.job_lanes.period is 'The first day of the month, UTC, that tokens_used counts in.';

select seal_private.protect('public.job_lanes', p_read => 'admin', p_add => null, p_change => null, p_remove => null,
    p_most => '{"token_limit": 1000000000000, "tokens_used": 1000000000000}');
grant select on public.job_lanes to sb_queue, sb_gate;
grant update (tokens_used, period) on public.job_lanes to sb_queue;
grant insert (org_id, weight, max_running, token_limit), update (weight, max_running, token_limit) on public.job_lanes to sb_gate;
create policy scheduling on public.job_lanes to sb_queue using (true) with check (true);
create policy setting on public.job_lanes to sb_gate using (true) with check (true);
select seal_private.deviate('policy', 'public.job_lanes', 'scheduling', 'The dispatcher divides the workers between all organisations.'),
       seal_private.deviate('policy', 'public.job_lanes', 'setting', 'system.set_lane() writes, after it has checked for a platform admin.');

-- Workers and stops: of the installation, and no tenant's -----------------------------------------------------------------

create table queue.workers (
    id         uuid not null default gen_random_uuid(),
    host       text not null,
    pid        integer not null,
    ttl        interval not null,
    is_idle    boolean not null default false,
    beat_at    timestamptz not null default queue.now(),
    started_at timestamptz not null default now(),
    company    bigint,
    constraint workers_pkey primary key (id),
    constraint workers_ttl_is_some_time check (ttl > interval '0')
) with (fillfactor = 10);
comment on table queue.workers is 'One row a worker that runs. Its heartbeat keeps the leases of all its jobs: one write, however many they are.';
comment on column queue.workers.ttl is 'So long after its last beat it counts as dead.';
comment on column queue.workers.company is
    'How many jobs were running when it was first found silent, of all workers that fell silent with it; null: it lives. Of one job it is '
    'known that it was alone. Kept here, for its jobs may be taken back one after another.';
comment on column queue.workers.is_idle is 'It waits to be woken: whoever asks for work then says so (NOTIFY), and under load nobody does.';

create table queue.stops (
    org_id      uuid not null,
    job_type    text,
    is_operator boolean not null,
    reason      text not null,
    stopped_by  uuid,
    stopped_at  timestamptz not null default now(),
    constraint stops_key unique nulls not distinct (org_id, job_type, is_operator),
    constraint stops_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint stops_reason_is_given check (reason ~ '\S')
);
comment on table queue.stops is 'What must not run: jobs of an organisation, or of a type in it. The platform''s organisation, the nil uuid, stands for all.';
comment on column queue.stops.is_operator is
    'True if the operator stopped it, false if the organization did so itself. Of the same there may be both; neither takes the other back.';
comment on column queue.stops.stopped_by is 'A person''s id; null: the installer. A plain column, so that it outlives their membership.';

create table queue.quarantines (
    org_id uuid not null,
    until  timestamptz not null default queue.now(),
    constraint quarantines_pkey primary key (org_id),
    constraint quarantines_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade
);
comment on table queue.quarantines is
    'Organisations with suspects: their jobs run in processes of their own, beside the worker, the suspects one at a time. Lifted when the '
    'last suspect has ended and the time is over.';
comment on column queue.quarantines.until is
    'Until then all jobs of the organisation are treated as suspects: one was seen to end its own process, and may not be the only one.';

create table queue.duty (
    is_one boolean not null default true,
    constraint duty_is_one_row primary key (is_one),
    constraint duty_is_one check (is_one)
);
comment on table queue.duty is
    'One row: who has locked it does the maintenance. No advisory lock: anybody who can send a statement can hold one of those.';
insert into queue.duty default values;

-- One row that cannot be handled must not keep the round of maintenance from all the others: it is put aside, and tried again later.
create table queue.set_aside (
    org_id     uuid not null,
    task       text not null,
    row_id     uuid,
    reason     text not null,
    tries      integer not null default 1,
    first_at   timestamptz not null default queue.now(),
    retry_at   timestamptz not null,
    constraint set_aside_key unique nulls not distinct (org_id, task, row_id),
    constraint set_aside_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint set_aside_task_known check (task in (
        'claim',    -- the lane of an organization: no row of it could be claimed
        'promote',  -- a job whose time has come
        'keys',     -- a job of a key that has ended
        'rescue',   -- a job of a worker that died
        'sweep',    -- a job that has been over for long
        'purge',    -- a credential that has expired
        'chain',    -- an event of the audit log
        'fire'))    -- a schedule that is due
);
comment on table queue.set_aside is
    'What maintenance could not handle, for the operator: which part of it, whose row, and why. The rest of the round went on. Shown by '
    '`sealedbid jobs stats` and /metrics.';
comment on column queue.set_aside.org_id is 'The platform (the nil uuid) where the part failed as a whole, and no row is known.';
comment on column queue.set_aside.row_id is 'The id of the job, event or schedule.';
comment on column queue.set_aside.reason is 'The error''s class and the constraint, never its text, which may quote a row.';
comment on column queue.set_aside.retry_at is 'It is left out until then: a minute after the first try, then twice as long each time, a day at most.';

select seal_private.close('queue.workers', 'sb_owner'), seal_private.close('queue.stops', 'sb_owner'), seal_private.close('queue.duty', 'sb_owner'),
       seal_private.close('queue.set_aside', 'sb_owner'), seal_private.close('queue.quarantines', 'sb_owner');
select seal_private.bound('queue.workers'), seal_private.bound('queue.stops'), seal_private.bound('queue.set_aside'),
       seal_private.bound('queue.quarantines');
grant usage on schema system to sb_queue;
grant usage on schema queue to sb_owner, sb_seal, sb_gate;      -- the owner: foreign keys are checked as the owner of their table
grant select, insert, delete, update (is_idle, beat_at, company) on queue.workers to sb_queue;
grant select (id, beat_at, ttl) on queue.workers to sb_seal;
grant select, insert (org_id, job_type, is_operator, reason, stopped_by), delete on queue.stops to sb_queue;
grant select, insert, delete, update (until) on queue.quarantines to sb_queue;
create policy scheduling on queue.quarantines to sb_queue using (true) with check (true);
create policy scheduling on queue.workers to sb_queue using (true) with check (true);
create policy leases on queue.workers for select to sb_seal using (true);
create policy scheduling on queue.stops to sb_queue using (true) with check (true);
grant select, update on queue.duty to sb_queue;     -- a row is locked by whoever may change it
create policy scheduling on queue.duty to sb_queue using (true) with check (is_one);
grant select, insert, delete, update (reason, tries, retry_at) on queue.set_aside to sb_queue;
grant select on queue.set_aside to sb_gate;
create policy scheduling on queue.set_aside to sb_queue using (true) with check (true);
create policy chaining on queue.set_aside for select to sb_gate using (true);
select seal_private.deviate('table', 'queue.workers', 'org_id', 'Workers belong to no organisation.'),
       seal_private.deviate('key', 'queue.workers', 'workers_pkey', 'An id that the server made; no tenant has a privilege on the table.'),
       seal_private.deviate('policy', 'queue.workers', 'scheduling', 'Workers belong to no organisation; the queue''s functions alone write them.'),
       seal_private.deviate('policy', 'queue.workers', 'leases', 'An opening asks whether the worker of a lease is alive.'),
       seal_private.deviate('policy', 'queue.stops', 'scheduling', 'Stops are written by system.stop_jobs(), which asks who it is.'),
       seal_private.deviate('policy', 'queue.quarantines', 'scheduling', 'The queue''s functions alone write them, of all organisations.'),
       seal_private.deviate('table', 'queue.duty', 'org_id', 'A lock for whoever does the maintenance; it says nothing.'),
       seal_private.deviate('key', 'queue.duty', 'duty_is_one_row', 'It has one row and no tenant a privilege on it.'),
       seal_private.deviate('policy', 'queue.duty', 'scheduling', 'The queue''s functions lock it.'),
       seal_private.deviate('policy', 'queue.set_aside', 'scheduling', 'Maintenance goes over all organizations; the queue''s functions alone write it.'),
       seal_private.deviate('policy', 'queue.set_aside', 'chaining', 'The chain of the audit log leaves out what was put aside.');

create function queue.is_aside(p_task text, p_org uuid, p_row uuid) returns boolean
language sql stable
return exists (select from queue.set_aside s where s.task = p_task and s.org_id = p_org and s.row_id = p_row and s.retry_at > queue.now());
comment on function queue.is_aside(text, uuid, uuid) is 'True if this part of the maintenance leaves the row out for now.';
select seal_private.admit('queue.is_aside(text, uuid, uuid)', 'sb_queue', '{sb_gate}', 'whether a row is left out for now');

-- What the queue's functions may see and write of jobs: scheduling, and nothing that a job carries.
-- Where a row is (ctid): what was locked is written where it was found, and looked for by no second plan.
grant select (ctid, priority, est_tokens, max_tokens, actual_tokens, attempt_tokens, crash_count, suspicion, cancel_requested, worker_id, requested_by,
              requested_key, started_at, finished_at)
   on public.jobs to sb_queue;
grant update (worker_id, attempt_tokens, crash_count, suspicion, cancel_requested, progress) on public.jobs to sb_queue;
grant delete on public.jobs to sb_queue;
grant select (worker_id) on public.jobs to sb_seal;

-- Whoever asks for work wakes a worker that waits. Under load none waits, and no commit pays for it.
create function seal_private.wake_worker() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if exists (select from queue.workers w where w.is_idle and w.beat_at + w.ttl > queue.now()) then
        perform pg_notify('sealedbid_jobs', '');
    end if;
    return null;
end $$;
create trigger wake after insert on public.jobs for each statement execute function seal_private.wake_worker();

-- Who may act on the whole installation: an admin of the platform, or the installer, who needs no context.
create function seal_private.is_operator() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select coalesce(seal.org(3) = '00000000-0000-0000-0000-000000000000', false) or pg_has_role(session_user, 'sb_owner', 'member')
$$;

create function system.set_lane(p_org uuid, p_weight int default 1, p_max_running int default null, p_token_limit bigint default null)
    returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if seal_private.is_operator() is not true then
        raise exception 'only an admin of the platform sets this' using errcode = '42501';
    end if;
    insert into public.job_lanes as l (org_id, weight, max_running, token_limit) values (p_org, p_weight, p_max_running, p_token_limit)
    on conflict (org_id) do update set weight = excluded.weight, max_running = excluded.max_running, token_limit = excluded.token_limit;
    perform system.record_for(p_org, 'system.lane_changed', 'organizations', p_org::text,
                              jsonb_build_object('weight', p_weight, 'max_running', p_max_running, 'token_limit', p_token_limit));
end $$;
comment on function system.set_lane(uuid, int, int, bigint) is 'An organisation''s weight and limits, as a whole: what is not given is the default. Recorded in its audit log.';

-- What the operator does is recorded where it happens, whether or not a context is open.
create function system.record_for(p_org uuid, p_action text, p_resource_type text, p_resource_id text, p_detail jsonb) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
    insert into public.audit_log (org_id, user_id, actor_kind, action, resource_type, resource_id, detail)
    values (p_org, seal.user_id(), coalesce(seal.kind(), 'installer'), p_action, p_resource_type, p_resource_id, p_detail)
$$;

select seal_private.admit('seal_private.schedule_job()', 'sb_queue', '{}', 'a trigger: what is asked for later waits'),
       seal_private.admit('seal_private.wake_worker()', 'sb_queue', '{}', 'a trigger: whether a worker waits is no tenant''s to see'),
       seal_private.admit('seal_private.is_operator()', 'sb_seal', '{sb_gate, sb_queue}', 'whether this is an admin of the platform, or the installer'),
       seal_private.admit('system.set_lane(uuid, integer, integer, bigint)', 'sb_gate', '{sb_api}', 'no tenant may say how much of the workers it gets'),
       seal_private.admit('system.record_for(uuid, text, text, text, jsonb)', 'sb_gate', '{sb_queue}', 'what the operator does to an organisation stands in its audit log');


-- migrate:down
