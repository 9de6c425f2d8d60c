-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.agent_runs (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    proposal_id uuid NOT NULL,
    begun_by uuid,
    job_id uuid,
    mode text DEFAULT 'fast'::text NOT NULL,
    writer text DEFAULT 'composer'::text NOT NULL,
    model text,
    status text DEFAULT 'running'::text NOT NULL,
    current_step text,
    cached_writer_output jsonb,
    resume_from text,
    stands_on uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    published uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    waits_for text[] DEFAULT '{}'::text[] NOT NULL,
    drafted_at timestamp with time zone,
    tokens_in bigint DEFAULT 0 NOT NULL,
    tokens_out bigint DEFAULT 0 NOT NULL,
    cost_micros bigint DEFAULT 0 NOT NULL,
    error jsonb,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT agent_runs_current_step_known CHECK ((current_step = ANY (ARRAY['intake'::text, 'research'::text, 'recall'::text, 'strategy'::text, 'write'::text, 'review'::text, 'remember'::text]))),
    CONSTRAINT agent_runs_mode_known CHECK ((mode = ANY (ARRAY['full'::text, 'fast'::text]))),
    CONSTRAINT agent_runs_model_named CHECK (((btrim(model) <> ''::text) AND (length(model) <= 300))),
    CONSTRAINT agent_runs_resume_from_known CHECK ((resume_from = ANY (ARRAY['intake'::text, 'research'::text, 'recall'::text, 'strategy'::text, 'write'::text, 'review'::text, 'remember'::text]))),
    CONSTRAINT agent_runs_status_known CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'needs_input'::text, 'failed'::text, 'limited'::text, 'done'::text, 'cancelled'::text]))),
    CONSTRAINT agent_runs_usage_not_negative CHECK ((LEAST(tokens_in, tokens_out, cost_micros) >= 0)),
    CONSTRAINT agent_runs_waits_when_it_needs_input CHECK (((status = 'needs_input'::text) = (waits_for <> '{}'::text[]))),
    CONSTRAINT agent_runs_writer_named CHECK (((btrim(writer) <> ''::text) AND (length(writer) <= 100)))
);

ALTER TABLE ONLY public.agent_runs FORCE ROW LEVEL SECURITY;

ALTER TABLE public.agent_runs OWNER TO sb_owner;

COMMENT ON TABLE public.agent_runs IS 'Runs of the brain, one for each time a draft was asked for; a resumed run stays the same row.';

COMMENT ON COLUMN public.agent_runs.begun_by IS 'The job that began it: tried again, it goes on with this run, and begins no other. A plain column, as job_id is.';

COMMENT ON COLUMN public.agent_runs.job_id IS 'The job that runs it, or ran it last; a plain column, since jobs are kept for a while only.';

COMMENT ON COLUMN public.agent_runs.writer IS 'The writer that was asked for; a run that goes on by itself keeps it.';

COMMENT ON COLUMN public.agent_runs.model IS 'The model that was asked for in the place of those of the settings, as they name models; null: those.';

COMMENT ON COLUMN public.agent_runs.cached_writer_output IS 'The writer''s output, the dearest: a review reads it from here, also one that a person resumes.';

COMMENT ON COLUMN public.agent_runs.resume_from IS 'The step from which a person resumed it: those before it stay as they are, and that step and those after it count if job_id''s job has done them. Null: every step counts that was given the same as it would be given now.';

COMMENT ON COLUMN public.agent_runs.stands_on IS 'The attempts (agent_steps) that count, by what the steps were given when they were looked at last.';

COMMENT ON COLUMN public.agent_runs.published IS 'The attempts (agent_steps) that its draft stood on when it was published last.';

COMMENT ON COLUMN public.agent_runs.waits_for IS 'The keys of the questions (proposal_questions) that it waits for; it goes on when the last of them is answered.';

COMMENT ON COLUMN public.agent_runs.drafted_at IS 'The first time that it ended in a draft; kept by a trigger.';

COMMENT ON COLUMN public.agent_runs.cost_micros IS 'Millionths of a dollar.';

ALTER TABLE ONLY public.agent_runs
    ADD CONSTRAINT agent_runs_begun_by_key UNIQUE (org_id, begun_by);

ALTER TABLE ONLY public.agent_runs
    ADD CONSTRAINT agent_runs_job_key UNIQUE (org_id, job_id);

ALTER TABLE ONLY public.agent_runs
    ADD CONSTRAINT agent_runs_pkey PRIMARY KEY (org_id, id);

CREATE INDEX agent_runs_proposal_idx ON public.agent_runs USING btree (org_id, proposal_id, created_at DESC);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF writer, model, drafted_at, created_at, updated_at, tokens_in, tokens_out, cost_micros ON public.agent_runs FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_agent_runs();

CREATE TRIGGER bounds_cached_writer_output BEFORE UPDATE OF cached_writer_output ON public.agent_runs FOR EACH ROW WHEN ((new.cached_writer_output IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_agent_runs('cached_writer_output');

CREATE TRIGGER bounds_error BEFORE UPDATE OF error ON public.agent_runs FOR EACH ROW WHEN ((new.error IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_agent_runs('error');

CREATE TRIGGER bounds_published BEFORE UPDATE OF published ON public.agent_runs FOR EACH ROW WHEN ((new.published IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_agent_runs('published');

CREATE TRIGGER bounds_stands_on BEFORE UPDATE OF stands_on ON public.agent_runs FOR EACH ROW WHEN ((new.stands_on IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_agent_runs('stands_on');

CREATE TRIGGER bounds_waits_for BEFORE UPDATE OF waits_for ON public.agent_runs FOR EACH ROW WHEN ((new.waits_for IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_agent_runs('waits_for');

CREATE TRIGGER count_draft BEFORE UPDATE OF status ON public.agent_runs FOR EACH ROW WHEN (((old.drafted_at IS NULL) AND (new.status = ANY (ARRAY['done'::text, 'limited'::text])))) EXECUTE FUNCTION seal_private.count_draft();

CREATE TRIGGER touch BEFORE UPDATE ON public.agent_runs FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.agent_runs
    ADD CONSTRAINT agent_runs_proposal_fkey FOREIGN KEY (org_id, proposal_id) REFERENCES public.proposals(org_id, id) ON DELETE CASCADE;

ALTER TABLE public.agent_runs ENABLE ROW LEVEL SECURITY;

CREATE POLICY ending ON public.agent_runs TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY ending ON public.agent_runs IS 'A trigger ends the run of the job that ended; a function, one of the open organization that waits.';

CREATE POLICY tenant_add ON public.agent_runs FOR INSERT TO sb_tenant WITH CHECK (((org_id = ( SELECT seal.org(2) AS org)) AND (( SELECT seal.kind() AS kind) = 'job'::text)));

COMMENT ON POLICY tenant_add ON public.agent_runs IS 'member and above add in a context of kind job.';

CREATE POLICY tenant_change ON public.agent_runs FOR UPDATE TO sb_tenant USING (((org_id = ( SELECT seal.org(2) AS org)) AND (( SELECT seal.kind() AS kind) = 'job'::text))) WITH CHECK (((org_id = ( SELECT seal.org(2) AS org)) AND (( SELECT seal.kind() AS kind) = 'job'::text)));

COMMENT ON POLICY tenant_change ON public.agent_runs IS 'member and above change in a context of kind job.';

CREATE POLICY tenant_floor ON public.agent_runs AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.agent_runs IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.agent_runs FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.agent_runs IS 'viewer and above read.';

GRANT SELECT(ctid) ON TABLE public.agent_runs TO sb_gate;

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.agent_runs TO sb_tenant;
GRANT SELECT(org_id) ON TABLE public.agent_runs TO sb_gate;

GRANT SELECT(id),INSERT(id) ON TABLE public.agent_runs TO sb_tenant;
GRANT SELECT(id) ON TABLE public.agent_runs TO sb_gate;

GRANT SELECT(proposal_id),INSERT(proposal_id) ON TABLE public.agent_runs TO sb_tenant;
GRANT SELECT(proposal_id) ON TABLE public.agent_runs TO sb_gate;

GRANT SELECT(begun_by),INSERT(begun_by) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(job_id),INSERT(job_id),UPDATE(job_id) ON TABLE public.agent_runs TO sb_tenant;
GRANT SELECT(job_id) ON TABLE public.agent_runs TO sb_gate;

GRANT SELECT(mode),INSERT(mode) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(writer),INSERT(writer),UPDATE(writer) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(model),INSERT(model),UPDATE(model) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(status),INSERT(status),UPDATE(status) ON TABLE public.agent_runs TO sb_tenant;
GRANT SELECT(status),UPDATE(status) ON TABLE public.agent_runs TO sb_gate;

GRANT SELECT(current_step),INSERT(current_step),UPDATE(current_step) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(cached_writer_output),INSERT(cached_writer_output),UPDATE(cached_writer_output) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(resume_from),INSERT(resume_from),UPDATE(resume_from) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(stands_on),INSERT(stands_on),UPDATE(stands_on) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(published),INSERT(published),UPDATE(published) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(waits_for),INSERT(waits_for),UPDATE(waits_for) ON TABLE public.agent_runs TO sb_tenant;
GRANT UPDATE(waits_for) ON TABLE public.agent_runs TO sb_gate;

GRANT SELECT(drafted_at) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(tokens_in),INSERT(tokens_in),UPDATE(tokens_in) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(tokens_out),INSERT(tokens_out),UPDATE(tokens_out) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(cost_micros),INSERT(cost_micros),UPDATE(cost_micros) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(error),INSERT(error),UPDATE(error) ON TABLE public.agent_runs TO sb_tenant;
GRANT SELECT(error),UPDATE(error) ON TABLE public.agent_runs TO sb_gate;

GRANT SELECT(created_at) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.agent_runs TO sb_tenant;
