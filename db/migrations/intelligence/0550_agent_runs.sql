-- migrate:up

-- The brain at work on a proposal. A run is resumed, not repeated: a step that has its output is never done again.
create table public.agent_runs (
    org_id               uuid not null,
    id                   uuid not null default seal.new_id(),
    proposal_id          uuid not null,
    begun_by             uuid,
    job_id               uuid,
    mode                 text not null default 'fast',
    writer               text not null default 'composer',
    model                text,
    status               text not null default 'running',
    current_step         text,
    cached_writer_output jsonb,
    resume_from          text,
    stands_on            uuid[] not null default '{}',
    published            uuid[] not null default '{}',
    waits_for            text[] not null default '{}',
    drafted_at           timestamptz,
    tokens_in            bigint not null default 0,
    tokens_out           bigint not null default 0,
    cost_micros          bigint not null default 0,
    error                jsonb,
    created_at           timestamptz not null default now(),
    updated_at           timestamptz not null default now(),
    constraint agent_runs_pkey primary key (org_id, id),
    constraint agent_runs_proposal_fkey foreign key (org_id, proposal_id)
        references public.proposals (org_id, id) on delete cascade,
    constraint agent_runs_begun_by_key unique (org_id, begun_by),
    constraint agent_runs_job_key unique (org_id, job_id),
    constraint agent_runs_mode_known check (mode in (
        'full',           -- plans before it writes, and asks what the brief leaves open before that
        'fast')),         -- intake, recall, write, review
    constraint agent_runs_status_known check (status in (
        'queued',
        'running',
        'needs_input',    -- it waits for answers of people: waits_for
        'failed',
        'limited',        -- a draft is there, and a limit ended the model's part of it: error says which
        'done',
        'cancelled')),
    constraint agent_runs_waits_when_it_needs_input check ((status = 'needs_input') = (waits_for <> '{}')),
    constraint agent_runs_writer_named check (btrim(writer) <> '' and length(writer) <= 100),
    constraint agent_runs_model_named check (btrim(model) <> '' and length(model) <= 300),
    constraint agent_runs_current_step_known check (current_step in (
        'intake', 'research', 'recall', 'strategy', 'write', 'review', 'remember')),
    constraint agent_runs_resume_from_known check (resume_from in (
        'intake', 'research', 'recall', 'strategy', 'write', 'review', 'remember')),
    constraint agent_runs_usage_not_negative check (least(tokens_in, tokens_out, cost_micros) >= 0)
);
comment on table public.agent_runs is
    'Runs of the brain, one for each time a draft was asked for; a resumed run stays the same row.';
comment on column public.agent_runs.begun_by is
    'The job that began it: tried again, it goes on with this run, and begins no other. A plain column, as job_id is.';
comment on column public.agent_runs.job_id is
    'The job that runs it, or ran it last; a plain column, since jobs are kept for a while only.';
comment on column public.agent_runs.cached_writer_output is
    'The writer''s output, the dearest: a review reads it from here, also one that a person resumes.';
comment on column public.agent_runs.resume_from is
    'The step from which a person resumed it: those before it stay as they are, and that step and those after it count '
    'if job_id''s job has done them. Null: every step counts that was given the same as it would be given now.';
comment on column public.agent_runs.writer is 'The writer that was asked for; a run that goes on by itself keeps it.';
comment on column public.agent_runs.model is
    'The model that was asked for in the place of those of the settings, as they name models; null: those.';
comment on column public.agent_runs.stands_on is
    'The attempts (agent_steps) that count, by what the steps were given when they were looked at last.';
comment on column public.agent_runs.published is
    'The attempts (agent_steps) that its draft stood on when it was published last.';
comment on column public.agent_runs.waits_for is
    'The keys of the questions (proposal_questions) that it waits for; it goes on when the last of them is answered.';
comment on column public.agent_runs.drafted_at is 'The first time that it ended in a draft; kept by a trigger.';
comment on column public.agent_runs.cost_micros is 'Millionths of a dollar.';
create index agent_runs_proposal_idx on public.agent_runs (org_id, proposal_id, created_at desc);

-- The worker writes it, in the context of the job. What people may do to a run is a function.
select seal_private.protect('public.agent_runs', p_remove => null, p_kind => 'job',
    p_once => '{proposal_id, mode, begun_by}', p_fixed => '{drafted_at}',
    p_most => '{"cached_writer_output": 8000000, "error": 100000}');

-- The first draft of a run is a proposal drafted; one that is resumed is not counted again. (The queue counts tokens:
-- queue.count_tokens().)
create function seal_private.count_draft() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into public.usage_events (org_id, kind, job_id) values (new.org_id, 'proposal.drafted', new.job_id);
    new.drafted_at := now();
    return new;
end $$;
select seal_private.admit('seal_private.count_draft()', 'sb_gate', '{}',
           'a trigger: no tenant may write what it has used');
create trigger count_draft before update of status on public.agent_runs
    for each row when (old.drafted_at is null and new.status in ('done', 'limited'))
    execute function seal_private.count_draft();

-- migrate:down
