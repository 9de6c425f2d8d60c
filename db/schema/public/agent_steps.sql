-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.agent_steps (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    run_id uuid NOT NULL,
    job_id uuid NOT NULL,
    step text NOT NULL,
    attempt integer DEFAULT 1 NOT NULL,
    status text NOT NULL,
    model text,
    input_sha256 bytea NOT NULL,
    edits jsonb,
    edited_from jsonb,
    output jsonb,
    tokens_in bigint DEFAULT 0 NOT NULL,
    tokens_out bigint DEFAULT 0 NOT NULL,
    cost_micros bigint DEFAULT 0 NOT NULL,
    ms integer DEFAULT 0 NOT NULL,
    error jsonb,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT agent_steps_attempt_counted CHECK ((attempt > 0)),
    CONSTRAINT agent_steps_edited_from_with_edits CHECK ((((edits IS NULL) = (edited_from IS NULL)) AND (COALESCE(jsonb_typeof(edited_from), 'object'::text) = 'object'::text))),
    CONSTRAINT agent_steps_edits_are_an_object CHECK ((jsonb_typeof(edits) = 'object'::text)),
    CONSTRAINT agent_steps_input_sha256_is_one CHECK ((octet_length(input_sha256) = 32)),
    CONSTRAINT agent_steps_output_when_done CHECK (((status = 'done'::text) = (output IS NOT NULL))),
    CONSTRAINT agent_steps_status_known CHECK ((status = ANY (ARRAY['done'::text, 'failed'::text]))),
    CONSTRAINT agent_steps_step_known CHECK ((step = ANY (ARRAY['intake'::text, 'research'::text, 'recall'::text, 'strategy'::text, 'write'::text, 'review'::text, 'remember'::text]))),
    CONSTRAINT agent_steps_usage_not_negative CHECK ((LEAST(tokens_in, tokens_out, cost_micros, (ms)::bigint) >= 0))
);

ALTER TABLE ONLY public.agent_steps FORCE ROW LEVEL SECURITY;

ALTER TABLE public.agent_steps OWNER TO sb_owner;

COMMENT ON TABLE public.agent_steps IS 'Attempts of the steps of runs, each with its input and its output.';

COMMENT ON COLUMN public.agent_steps.job_id IS 'The job that did it; a plain column, since jobs are kept for a while only.';

COMMENT ON COLUMN public.agent_steps.step IS 'Stored names, part of the data: see docs/reference/brain.md.';

COMMENT ON COLUMN public.agent_steps.model IS 'The writer or the model that did it; null: rules did.';

COMMENT ON COLUMN public.agent_steps.input_sha256 IS 'Of what the step was given: given the same again, the attempt is not repeated, whichever job comes.';

COMMENT ON COLUMN public.agent_steps.edits IS 'The fields of its input that a person changed; later steps read them too.';

COMMENT ON COLUMN public.agent_steps.edited_from IS 'By field, the SHA-256 of what stood where a person put their own: the edit stands as long as that does.';

COMMENT ON COLUMN public.agent_steps.error IS 'The reason why it failed; of an attempt that is done, the limit that ended a model''s part of it.';

ALTER TABLE ONLY public.agent_steps
    ADD CONSTRAINT agent_steps_attempt_key UNIQUE (org_id, run_id, step, attempt);

ALTER TABLE ONLY public.agent_steps
    ADD CONSTRAINT agent_steps_pkey PRIMARY KEY (org_id, id);

CREATE UNIQUE INDEX agent_steps_done_once ON public.agent_steps USING btree (org_id, run_id, step, job_id, input_sha256) WHERE (status = 'done'::text);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF model, input_sha256, tokens_in, tokens_out, cost_micros, created_at, updated_at ON public.agent_steps FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_agent_steps();

CREATE TRIGGER bounds_edited_from BEFORE UPDATE OF edited_from ON public.agent_steps FOR EACH ROW WHEN ((new.edited_from IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_agent_steps('edited_from');

CREATE TRIGGER bounds_edits BEFORE UPDATE OF edits ON public.agent_steps FOR EACH ROW WHEN ((new.edits IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_agent_steps('edits');

CREATE TRIGGER bounds_error BEFORE UPDATE OF error ON public.agent_steps FOR EACH ROW WHEN ((new.error IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_agent_steps('error');

CREATE TRIGGER bounds_output BEFORE UPDATE OF output ON public.agent_steps FOR EACH ROW WHEN ((new.output IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_agent_steps('output');

CREATE TRIGGER touch BEFORE UPDATE ON public.agent_steps FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.agent_steps
    ADD CONSTRAINT agent_steps_run_fkey FOREIGN KEY (org_id, run_id) REFERENCES public.agent_runs(org_id, id) ON DELETE CASCADE;

ALTER TABLE public.agent_steps ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_add ON public.agent_steps FOR INSERT TO sb_tenant WITH CHECK (((org_id = ( SELECT seal.org(2) AS org)) AND (( SELECT seal.kind() AS kind) = 'job'::text)));

COMMENT ON POLICY tenant_add ON public.agent_steps IS 'member and above add in a context of kind job.';

CREATE POLICY tenant_floor ON public.agent_steps AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.agent_steps IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.agent_steps FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.agent_steps IS 'viewer and above read.';

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.agent_steps TO sb_tenant;

GRANT SELECT(id),INSERT(id) ON TABLE public.agent_steps TO sb_tenant;

GRANT SELECT(run_id),INSERT(run_id) ON TABLE public.agent_steps TO sb_tenant;

GRANT SELECT(job_id),INSERT(job_id) ON TABLE public.agent_steps TO sb_tenant;

GRANT SELECT(step),INSERT(step) ON TABLE public.agent_steps TO sb_tenant;

GRANT SELECT(attempt),INSERT(attempt) ON TABLE public.agent_steps TO sb_tenant;

GRANT SELECT(status),INSERT(status) ON TABLE public.agent_steps TO sb_tenant;

GRANT SELECT(model),INSERT(model) ON TABLE public.agent_steps TO sb_tenant;

GRANT SELECT(input_sha256),INSERT(input_sha256) ON TABLE public.agent_steps TO sb_tenant;

GRANT SELECT(edits),INSERT(edits) ON TABLE public.agent_steps TO sb_tenant;

GRANT SELECT(edited_from),INSERT(edited_from) ON TABLE public.agent_steps TO sb_tenant;

GRANT SELECT(output),INSERT(output) ON TABLE public.agent_steps TO sb_tenant;

GRANT SELECT(tokens_in),INSERT(tokens_in) ON TABLE public.agent_steps TO sb_tenant;

GRANT SELECT(tokens_out),INSERT(tokens_out) ON TABLE public.agent_steps TO sb_tenant;

GRANT SELECT(cost_micros),INSERT(cost_micros) ON TABLE public.agent_steps TO sb_tenant;

GRANT SELECT(ms),INSERT(ms) ON TABLE public.agent_steps TO sb_tenant;

GRANT SELECT(error),INSERT(error) ON TABLE public.agent_steps TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.agent_steps TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.agent_steps TO sb_tenant;
