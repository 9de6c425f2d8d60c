-- migrate:up

-- The steps of a run, one row an attempt. Output and row commit together, so that a crash never pays for a step twice.
create table public.agent_steps (
    org_id       uuid not null,
    id           uuid not null default seal.new_id(),
    run_id       uuid not null,
    job_id       uuid not null,
    step         text not null,
    attempt      int not null default 1,
    status       text not null,
    model        text,
    input_sha256 bytea not null,
    edits        jsonb,
    edited_from  jsonb,
    output       jsonb,
    tokens_in    bigint not null default 0,
    tokens_out   bigint not null default 0,
    cost_micros  bigint not null default 0,
    ms           int not null default 0,
    error        jsonb,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    constraint agent_steps_pkey primary key (org_id, id),
    constraint agent_steps_run_fkey foreign key (org_id, run_id)
        references public.agent_runs (org_id, id) on delete cascade,
    constraint agent_steps_attempt_key unique (org_id, run_id, step, attempt),
    constraint agent_steps_step_known check (step in (
        'intake', 'research', 'recall', 'strategy', 'write', 'review', 'remember')),
    constraint agent_steps_status_known check (status in ('done', 'failed')),
    constraint agent_steps_output_when_done check ((status = 'done') = (output is not null)),
    constraint agent_steps_edits_are_an_object check (jsonb_typeof(edits) = 'object'),
    constraint agent_steps_edited_from_with_edits
        check ((edits is null) = (edited_from is null) and coalesce(jsonb_typeof(edited_from), 'object') = 'object'),
    constraint agent_steps_attempt_counted check (attempt > 0),
    constraint agent_steps_input_sha256_is_one check (octet_length(input_sha256) = 32),
    constraint agent_steps_usage_not_negative check (least(tokens_in, tokens_out, cost_micros, ms) >= 0)
);
comment on table public.agent_steps is 'Attempts of the steps of runs, each with its input and its output.';
comment on column public.agent_steps.step is 'Stored names, part of the data: see docs/reference/brain.md.';
comment on column public.agent_steps.job_id is
    'The job that did it; a plain column, since jobs are kept for a while only.';
comment on column public.agent_steps.edits is
    'The fields of its input that a person changed; later steps read them too.';
comment on column public.agent_steps.edited_from is
    'By field, the SHA-256 of what stood where a person put their own: the edit stands as long as that does.';
comment on column public.agent_steps.error is
    'The reason why it failed; of an attempt that is done, the limit that ended a model''s part of it.';
comment on column public.agent_steps.model is 'The writer or the model that did it; null: rules did.';
comment on column public.agent_steps.input_sha256 is
    'Of what the step was given: given the same again, the attempt is not repeated, whichever job comes.';
-- What a step was given, a job finishes once: it is paid once, whoever dies. The next job finishes it again only if a
-- person resumed the run from it or from a step before.
create unique index agent_steps_done_once on public.agent_steps (org_id, run_id, step, job_id, input_sha256)
    where status = 'done';

select seal_private.protect('public.agent_steps', p_change => null, p_remove => null, p_kind => 'job',
    p_most => '{"output": 8000000, "error": 100000}');

-- migrate:down
