-- migrate:up

-- The clock of the queue: when a job is due, until when a lease lasts, which month tokens count in. One function, so that a test can put
-- it forward instead of waiting; the audit notices (0075) where its body is another. The time of the statement, not of the transaction: a
-- lease is judged when it is shown.
create function queue.now() returns timestamptz
language sql stable parallel safe
return pg_catalog.statement_timestamp();
comment on function queue.now() is 'The clock of the queue: when the statement arrived.';
select seal_private.admit('queue.now()', 'sb_queue', '{sb_tenant, sb_gate, sb_seal}', 'the clock of the queue');

-- The key that a context goes back to, however many jobs lie between.
create function seal.key_id() returns uuid
language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_context constant text[] := seal_private.context();
begin
    if v_context[1] = 'key' then
        return v_context[5]::uuid;
    elsif v_context[1] in ('job', 'system', 'billing') then
        return (select j.requested_key from public.jobs j where j.org_id = v_context[3]::uuid and j.id = v_context[5]::uuid);
    end if;
    return null;
end $$;
comment on function seal.key_id() is 'The API key that opened the context, or that asked for the job that it is of. Null: there is none.';
select seal_private.admit('seal.key_id()', 'sb_seal', '{sb_tenant, sb_gate, sb_queue}', 'verifies the context with the key');

-- Work that a worker does for an organisation. What tenants see of it stands in this one table; the scheduling columns beside
-- it are written by schema queue's functions, which never read what a job carries.
create table public.jobs (
    org_id         uuid not null,
    id             uuid not null default seal.new_id(),
    job_type       text not null,
    status         text not null default 'queued',
    payload        jsonb not null default '{}',
    result         jsonb,
    error          jsonb,
    actual_tokens  bigint not null default 0,
    run_at         timestamptz not null default queue.now(),
    unique_key     text,
    requested_by   uuid,
    requested_rank smallint not null,
    requested_key  uuid,
    attempt        smallint not null default 0,
    max_attempts   smallint not null default 5,
    lease_token    uuid,
    deadline_at    timestamptz,
    started_at     timestamptz,
    finished_at    timestamptz,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    constraint jobs_pkey primary key (org_id, id),
    constraint jobs_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint jobs_type_is_a_name check (job_type ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$' and length(job_type) <= 100),
    constraint jobs_status_known check (status in (
        'queued',       -- waits for run_at and a worker
        'running',      -- claimed; somebody holds the lease
        'done',         -- finished in its tenant transaction
        'dead',         -- will not be tried again; error says why
        'cancelled')),  -- a person said so
    constraint jobs_lease_while_running check ((status = 'running') = (lease_token is not null and deadline_at is not null)),
    constraint jobs_finished_when_over check ((status in ('done', 'dead', 'cancelled')) = (finished_at is not null)),
    constraint jobs_payload_is_object check (jsonb_typeof(payload) = 'object'),
    constraint jobs_attempts_counted check (attempt between 0 and max_attempts),
    constraint jobs_tokens_not_negative check (actual_tokens >= 0),
    constraint jobs_requested_rank_known check (requested_rank between 0 and 4)
);
comment on table public.jobs is 'The queue: an insert in the caller''s transaction, claimed by a lease, finished in the tenant''s transaction.';
comment on column public.jobs.job_type is 'Names under system. and billing. are reserved: only functions enqueue them.';
comment on column public.jobs.unique_key is 'Of several jobs of one type with the same key one at most is queued or running.';
comment on column public.jobs.requested_by is 'Who asked, from the context. The job ends when they have left the organisation.';
comment on column public.jobs.requested_rank is 'The rank they asked with, from the context; the job ranks no higher.';
comment on column public.jobs.requested_key is
    'The API key they asked with, from the context, or that of the job that asked. The job ends with the key.';
comment on column public.jobs.lease_token is 'The proof of the worker that runs it (seal.open_job). No tenant reads it.';
comment on column public.jobs.deadline_at is 'The lease, and every context opened with it, ends here.';

create index jobs_ready_idx on public.jobs (run_at, id) where status = 'queued';                    -- claiming
create index jobs_running_idx on public.jobs (deadline_at) where status = 'running';               -- rescuing
create index jobs_org_created_idx on public.jobs (org_id, created_at desc, id);                     -- a tenant's list
create unique index jobs_unique_key on public.jobs (org_id, job_type, unique_key)
    where status in ('queued', 'running');

select seal_private.protect('public.jobs', p_change => null, p_remove => null,
    p_fixed => '{status, result, error, actual_tokens, requested_by, requested_rank, requested_key, attempt, max_attempts, lease_token,
                 deadline_at, started_at, finished_at}',
    p_hidden => '{lease_token}', p_most => '{"error": 100000, "actual_tokens": 1000000000000}');

-- Who asks. Not by defaults: each would verify the context anew, for every row.
create function seal_private.note_requester() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_context constant text[] := seal_private.context();
begin
    new.requested_by := nullif(v_context[2], '')::uuid;
    new.requested_rank := coalesce(v_context[4]::smallint, 0);
    if v_context[1] = 'key' then
        new.requested_key := v_context[5]::uuid;
    elsif v_context[1] in ('job', 'system', 'billing') then
        new.requested_key := (select j.requested_key from public.jobs j where j.org_id = v_context[3]::uuid and j.id = v_context[5]::uuid);
    end if;
    return new;
end $$;
select seal_private.admit('seal_private.note_requester()', 'sb_seal', '{}', 'a trigger: notes who asks, from the context');
create trigger requester before insert on public.jobs for each row
    when (new.requested_rank is null) execute function seal_private.note_requester();

-- Rights that come with a reserved type must not be had by naming one.
create policy reserved_types on public.jobs as restrictive for insert to sb_tenant
    with check (job_type !~ '^(system|billing)(\.|$)');
comment on policy reserved_types on public.jobs is 'Only functions enqueue jobs of the reserved types.';

grant select (org_id, id, status, deadline_at, lease_token, requested_by, requested_rank, requested_key, job_type) on public.jobs to sb_seal;
create policy leases on public.jobs for select to sb_seal using (true);

grant select (org_id, id, job_type, status, run_at, attempt, max_attempts, lease_token, deadline_at) on public.jobs to sb_queue;
grant update (status, run_at, attempt, lease_token, deadline_at, started_at, finished_at, result, error, actual_tokens)
   on public.jobs to sb_queue;
create policy scheduling on public.jobs to sb_queue using (true) with check (true);

select seal_private.deviate('policy', 'public.jobs', 'leases', 'An opening looks the lease up before there is a context.'),
       seal_private.deviate('policy', 'public.jobs', 'scheduling', 'The dispatcher schedules jobs of all organisations; columns keep it from what they carry.');

-- migrate:down
