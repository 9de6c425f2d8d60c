-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.agent_runs (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    proposal_id uuid NOT NULL,
    job_id uuid,
    mode text DEFAULT 'fast'::text NOT NULL,
    status text DEFAULT 'running'::text NOT NULL,
    current_step text,
    cached_writer_output jsonb,
    resume_from text,
    tokens_in bigint DEFAULT 0 NOT NULL,
    tokens_out bigint DEFAULT 0 NOT NULL,
    cost_micros bigint DEFAULT 0 NOT NULL,
    error jsonb,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT agent_runs_current_step_known CHECK ((current_step = ANY (ARRAY['intake'::text, 'research'::text, 'recall'::text, 'strategy'::text, 'write'::text, 'review'::text, 'remember'::text]))),
    CONSTRAINT agent_runs_mode_known CHECK ((mode = ANY (ARRAY['full'::text, 'fast'::text]))),
    CONSTRAINT agent_runs_resume_from_known CHECK ((resume_from = ANY (ARRAY['intake'::text, 'research'::text, 'recall'::text, 'strategy'::text, 'write'::text, 'review'::text, 'remember'::text]))),
    CONSTRAINT agent_runs_status_known CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'needs_input'::text, 'failed'::text, 'done'::text, 'cancelled'::text]))),
    CONSTRAINT agent_runs_usage_not_negative CHECK ((LEAST(tokens_in, tokens_out, cost_micros) >= 0))
);

ALTER TABLE ONLY public.agent_runs FORCE ROW LEVEL SECURITY;

ALTER TABLE public.agent_runs OWNER TO sb_owner;

COMMENT ON TABLE public.agent_runs IS 'Runs of the brain, one for each time a draft was asked for; a resumed run stays the same row.';

COMMENT ON COLUMN public.agent_runs.job_id IS 'The job that runs it, or ran it last; a plain column, since jobs are kept for a while only.';

COMMENT ON COLUMN public.agent_runs.cached_writer_output IS 'The writer''s output, the dearest: a review reads it from here, also one that a person resumes.';

COMMENT ON COLUMN public.agent_runs.resume_from IS 'The step from which a person resumed it: that step and those after it count if job_id''s job has done them.';

COMMENT ON COLUMN public.agent_runs.cost_micros IS 'Millionths of a dollar.';

ALTER TABLE ONLY public.agent_runs
    ADD CONSTRAINT agent_runs_job_key UNIQUE (org_id, job_id);

ALTER TABLE ONLY public.agent_runs
    ADD CONSTRAINT agent_runs_pkey PRIMARY KEY (org_id, id);

CREATE INDEX agent_runs_proposal_idx ON public.agent_runs USING btree (org_id, proposal_id, created_at DESC);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF tokens_in, tokens_out, cost_micros, created_at, updated_at ON public.agent_runs FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_agent_runs();

CREATE TRIGGER bounds_cached_writer_output BEFORE UPDATE OF cached_writer_output ON public.agent_runs FOR EACH ROW WHEN ((new.cached_writer_output IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_agent_runs('cached_writer_output');

CREATE TRIGGER bounds_error BEFORE UPDATE OF error ON public.agent_runs FOR EACH ROW WHEN ((new.error IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_agent_runs('error');

CREATE TRIGGER count_draft AFTER UPDATE OF status ON public.agent_runs FOR EACH ROW WHEN (((old.status <> 'done'::text) AND (new.status = 'done'::text))) EXECUTE FUNCTION seal_private.count_draft();

CREATE TRIGGER touch BEFORE UPDATE ON public.agent_runs FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.agent_runs
    ADD CONSTRAINT agent_runs_proposal_fkey FOREIGN KEY (org_id, proposal_id) REFERENCES public.proposals(org_id, id) ON DELETE CASCADE;

ALTER TABLE public.agent_runs ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_add ON public.agent_runs FOR INSERT TO sb_tenant WITH CHECK (((org_id = ( SELECT seal.org(2) AS org)) AND (( SELECT seal.kind() AS kind) = 'job'::text)));

COMMENT ON POLICY tenant_add ON public.agent_runs IS 'member and above add in a context of kind job.';

CREATE POLICY tenant_change ON public.agent_runs FOR UPDATE TO sb_tenant USING (((org_id = ( SELECT seal.org(2) AS org)) AND (( SELECT seal.kind() AS kind) = 'job'::text))) WITH CHECK (((org_id = ( SELECT seal.org(2) AS org)) AND (( SELECT seal.kind() AS kind) = 'job'::text)));

COMMENT ON POLICY tenant_change ON public.agent_runs IS 'member and above change in a context of kind job.';

CREATE POLICY tenant_floor ON public.agent_runs AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.agent_runs IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.agent_runs FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.agent_runs IS 'viewer and above read.';

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(id),INSERT(id) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(proposal_id),INSERT(proposal_id) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(job_id),INSERT(job_id),UPDATE(job_id) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(mode),INSERT(mode) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(status),INSERT(status),UPDATE(status) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(current_step),INSERT(current_step),UPDATE(current_step) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(cached_writer_output),INSERT(cached_writer_output),UPDATE(cached_writer_output) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(resume_from),INSERT(resume_from),UPDATE(resume_from) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(tokens_in),INSERT(tokens_in),UPDATE(tokens_in) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(tokens_out),INSERT(tokens_out),UPDATE(tokens_out) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(cost_micros),INSERT(cost_micros),UPDATE(cost_micros) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(error),INSERT(error),UPDATE(error) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.agent_runs TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.agent_runs TO sb_tenant;
