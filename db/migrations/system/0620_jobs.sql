-- migrate:up

-- Work that a worker does for an organization. What tenants see of it stands in this one table; the scheduling columns
-- beside it are written by schema queue's functions, which never read what a job carries.
create table public.jobs (
    org_id           uuid not null,
    id               uuid not null default seal.new_id(),
    job_type         text not null,
    status           text not null default 'queued',
    priority         smallint not null default 100,
    payload          jsonb not null default '{}',
    progress         jsonb,
    result           jsonb,
    error            jsonb,
    unique_key       text,
    run_at           timestamptz not null default queue.now(),
    requested_by     uuid,
    requested_rank   smallint not null,
    requested_key    uuid,
    attempt          smallint not null default 0,
    max_attempts     smallint not null default 5,
    est_tokens       integer not null default 0,
    max_tokens       bigint,
    attempt_tokens   bigint not null default 0,
    actual_tokens    bigint not null default 0,
    worker_id        uuid,
    lease_token      uuid,
    deadline_at      timestamptz,
    cancel_requested boolean not null default false,
    crash_count      smallint not null default 0,
    suspicion        smallint not null default 0,
    started_at       timestamptz,
    finished_at      timestamptz,
    created_at       timestamptz not null default now(),
    updated_at       timestamptz not null default now(),
    constraint jobs_pkey primary key (org_id, id),
    constraint jobs_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint jobs_type_is_a_name
        check (job_type ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$' and length(job_type) <= 100),
    -- Waiting for its time is a state of its own: whatever is queued is ready, and a claim never steps over what is
    -- not due.
    constraint jobs_status_known check (status in (
        'scheduled',    -- waits for run_at
        'queued',       -- waits for a worker
        'running',      -- claimed; somebody holds the lease
        'done',         -- finished in its tenant transaction
        'dead',         -- will not be tried again; error says why
        'cancelled')),  -- a person said so
    constraint jobs_priority_known check (priority between 1 and 1000),
    constraint jobs_payload_is_object check (jsonb_typeof(payload) = 'object'),
    constraint jobs_requested_rank_known check (requested_rank between 0 and 4),
    constraint jobs_attempts_counted check (attempt between 0 and max_attempts),
    constraint jobs_max_attempts_few check (max_attempts between 1 and 25),
    constraint jobs_budget_not_negative check (est_tokens >= 0 and max_tokens > 0 and attempt_tokens >= 0),
    constraint jobs_tokens_not_negative check (actual_tokens >= 0),
    constraint jobs_lease_while_running
        check ((status = 'running') = (lease_token is not null and deadline_at is not null and worker_id is not null)),
    constraint jobs_finished_when_over check ((status in ('done', 'dead', 'cancelled')) = (finished_at is not null)),
    constraint jobs_crashes_counted check (crash_count >= 0 and suspicion >= 0)
-- Rows are rewritten several times in a short life: room for that on the page, and dead ones go soon, at any size of
-- the table.
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
        autovacuum_vacuum_insert_scale_factor = 0.2);
comment on table public.jobs is
    'The queue: an insert in the caller''s transaction, claimed by a lease, finished in the tenant''s transaction.';
comment on column public.jobs.job_type is 'Names under system. and billing. are reserved: only functions enqueue them.';
comment on column public.jobs.priority is
    'Inside the organization; the lowest goes first. Between organizations it means nothing.';
comment on column public.jobs.progress is 'The progress that the body reports while it runs.';
comment on column public.jobs.unique_key is
    'Of several jobs of one type with the same key one at most is queued or running.';
comment on column public.jobs.requested_by is
    'The person who enqueued it, from the context. The job ends when they have left the organization.';
comment on column public.jobs.requested_rank is 'The rank they asked with, from the context; the job ranks no higher.';
comment on column public.jobs.requested_key is
    'The API key they asked with, from the context, or that of the job that asked. The job ends with the key.';
comment on column public.jobs.est_tokens is
    'An estimate of the model''s tokens that it uses, held against the budget while it runs.';
comment on column public.jobs.max_tokens is 'The number of a model''s tokens at which it is ended.';
comment on column public.jobs.attempt_tokens is
    'Tokens that the running attempt has used, by its worker''s last heartbeat; they are added to actual_tokens when '
    'it ends.';
comment on column public.jobs.worker_id is 'The worker that runs it (queue.workers). A plain column: workers go.';
comment on column public.jobs.lease_token is
    'The proof of the worker that runs it (seal.open_job). No tenant reads it.';
comment on column public.jobs.deadline_at is
    'The job''s own deadline. The lease ends here, or when its worker falls silent.';
comment on column public.jobs.cancel_requested is 'True if its worker is to end it with the next heartbeat.';
comment on column public.jobs.crash_count is
    'The number of times that its process died while it ran alone in it: the third time it is dead.';
comment on column public.jobs.suspicion is
    'Above 0 it is a suspect: its worker died under it so many times since it last ended well. It runs in a process '
    'of its own.';

-- A tenant's list; claiming, lane by lane, and suspects one by one; limits and rescuing; promoting, and in turns
-- between organizations; removing; ending with a key.
create index jobs_org_created_idx on public.jobs (org_id, created_at desc, id);
create index jobs_ready_idx on public.jobs (org_id, priority, id) where status = 'queued' and suspicion = 0;
create index jobs_suspects_idx on public.jobs (org_id, status, priority, id)
    where suspicion > 0 and status in ('scheduled', 'queued', 'running');
create index jobs_running_idx on public.jobs (org_id, deadline_at) where status = 'running';
create index jobs_due_idx on public.jobs (run_at) where status = 'scheduled';
create index jobs_due_by_org_idx on public.jobs (org_id, run_at) where status = 'scheduled';
create index jobs_over_idx on public.jobs (finished_at) where finished_at is not null;
create index jobs_of_keys_idx on public.jobs (org_id, requested_key)
    where requested_key is not null and status in ('scheduled', 'queued');
create unique index jobs_unique_key on public.jobs (org_id, job_type, unique_key)
    where status in ('scheduled', 'queued', 'running');

-- Tenants -------------------------------------------------------------------------------------------------------------

select seal_private.protect('public.jobs', p_change => null, p_remove => null,
    p_fixed => '{status, progress, result, error, requested_by, requested_rank, requested_key, attempt,
                 attempt_tokens, actual_tokens, worker_id, lease_token, deadline_at, cancel_requested, crash_count,
                 suspicion, started_at, finished_at}',
    p_hidden => '{worker_id, lease_token}',
    p_most => '{"progress": 100000, "error": 100000, "max_tokens": 1000000000000, "attempt_tokens": 1000000000000,
                "actual_tokens": 1000000000000}');
select seal_private.bound('public.jobs',
    p_made => '{actual_tokens, attempt_tokens, deadline_at, started_at, finished_at, created_at, updated_at}');

-- Who asks. Not by defaults: each would verify the context anew, for every row.
create function seal_private.note_requester() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_context constant text[] := seal_private.context();
begin
    new.requested_by := nullif(v_context[2], '')::uuid;
    new.requested_rank := coalesce(v_context[4]::smallint, 0);
    if v_context[1] <> 'session' then           -- which verifies it once more, and people ask for most jobs
        new.requested_key := seal.key_id();
    end if;
    return new;
end $$;
select seal_private.admit('seal_private.note_requester()', 'sb_seal', '{}',
           'a trigger: notes who asks, from the context');
create trigger requester before insert on public.jobs for each row
    when (new.requested_rank is null) execute function seal_private.note_requester();

-- Rights that come with a reserved type must not be had by naming one.
create policy reserved_types on public.jobs as restrictive for insert to sb_tenant
    with check (job_type !~ '^(system|billing)(\.|$)');
comment on policy reserved_types on public.jobs is 'Only functions enqueue jobs of the reserved types.';

create policy reserved_keys on public.jobs as restrictive for insert to sb_tenant
    with check (unique_key is null or unique_key !~ '^schedule ');
comment on policy reserved_keys on public.jobs is 'The key of a schedule''s job is its own.';

-- Who works on them ---------------------------------------------------------------------------------------------------

-- An opening looks a lease up.
grant select (org_id, id, job_type, status, requested_by, requested_rank, requested_key, worker_id, lease_token,
              deadline_at)
   on public.jobs to sb_seal;
create policy leases on public.jobs for select to sb_seal using (true);

-- What the queue's functions may see and write: scheduling, and nothing that a job carries.
-- Where a row is (ctid): what was locked is written where it was found, and looked for by no second plan.
grant select (ctid, org_id, id, job_type, status, priority, run_at, requested_by, requested_key, attempt, max_attempts,
              est_tokens, max_tokens, attempt_tokens, actual_tokens, worker_id, lease_token, deadline_at,
              cancel_requested, crash_count, suspicion, started_at, finished_at),
      update (status, progress, result, error, run_at, attempt, attempt_tokens, actual_tokens, worker_id, lease_token,
              deadline_at, cancel_requested, crash_count, suspicion, started_at, finished_at),
      delete
   on public.jobs to sb_queue;
create policy scheduling on public.jobs to sb_queue using (true) with check (true);

-- The one way in which jobs of others' making come in: by the key that no tenant may give a job of their own, or any
-- member could hold up what an admin has scheduled.
grant insert (org_id, id, job_type, payload, unique_key, priority, max_attempts, est_tokens, max_tokens, requested_by,
              requested_rank, requested_key)
   on public.jobs to sb_gate;
create policy recurring on public.jobs for insert to sb_gate with check (unique_key ~ '^schedule ');
select seal_private.deviate('policy', 'public.jobs', 'leases',
           'An opening looks the lease up before there is a context.'),
       seal_private.deviate('policy', 'public.jobs', 'scheduling',
           'The dispatcher schedules jobs of all organizations; columns keep it from what they carry.'),
       seal_private.deviate('policy', 'public.jobs', 'recurring',
           'queue.fire_schedule() asks for the job of a schedule that is due, in its organization.');

-- Waiting and waking --------------------------------------------------------------------------------------------------

-- What is asked for later waits for its time.
create function seal_private.schedule_job() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    new.status := 'scheduled';
    return new;
end $$;
create trigger schedule before insert on public.jobs
    for each row when (new.status = 'queued' and new.run_at > queue.now())
    execute function seal_private.schedule_job();

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

select seal_private.admit('seal_private.schedule_job()', 'sb_queue', '{}', 'a trigger: what is asked for later waits'),
       seal_private.admit('seal_private.wake_worker()', 'sb_queue', '{}',
           'a trigger: whether a worker waits is no tenant''s to see');

-- migrate:down
