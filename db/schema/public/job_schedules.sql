-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.job_schedules (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    name text NOT NULL,
    job_type text NOT NULL,
    payload jsonb DEFAULT '{}'::jsonb NOT NULL,
    cron text NOT NULL,
    timezone text NOT NULL,
    priority smallint DEFAULT 100 NOT NULL,
    max_attempts smallint DEFAULT 5 NOT NULL,
    est_tokens integer DEFAULT 0 NOT NULL,
    max_tokens bigint,
    catch_up boolean DEFAULT true NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    next_run_at timestamp with time zone,
    off_reason text,
    last_run_at timestamp with time zone,
    last_job_id uuid,
    last_outcome text,
    requested_by uuid,
    requested_rank smallint NOT NULL,
    requested_key uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT job_schedules_budget_not_negative CHECK (((est_tokens >= 0) AND (max_tokens > 0))),
    CONSTRAINT job_schedules_cron_given CHECK (((btrim(cron) <> ''::text) AND (length(cron) <= 200))),
    CONSTRAINT job_schedules_max_attempts_few CHECK (((max_attempts >= 1) AND (max_attempts <= 25))),
    CONSTRAINT job_schedules_name_given CHECK (((btrim(name) <> ''::text) AND (length(name) <= 200))),
    CONSTRAINT job_schedules_on_or_off CHECK (((is_active = (next_run_at IS NOT NULL)) AND (is_active = (off_reason IS NULL)))),
    CONSTRAINT job_schedules_outcome_known CHECK ((last_outcome = ANY (ARRAY['fired'::text, 'still running'::text, 'missed'::text]))),
    CONSTRAINT job_schedules_payload_is_object CHECK ((jsonb_typeof(payload) = 'object'::text)),
    CONSTRAINT job_schedules_priority_known CHECK (((priority >= 1) AND (priority <= 1000))),
    CONSTRAINT job_schedules_requested_rank_known CHECK (((requested_rank >= 0) AND (requested_rank <= 4))),
    CONSTRAINT job_schedules_timezone_given CHECK (((btrim(timezone) <> ''::text) AND (length(timezone) <= 100))),
    CONSTRAINT job_schedules_type_is_a_name CHECK (((job_type ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$'::text) AND (length(job_type) <= 100)))
);

ALTER TABLE ONLY public.job_schedules FORCE ROW LEVEL SECURITY;

ALTER TABLE public.job_schedules OWNER TO sb_owner;

COMMENT ON TABLE public.job_schedules IS 'Jobs that are asked for again and again. Written by queue.set_schedule(), fired by queue.fire_schedule().';

COMMENT ON COLUMN public.job_schedules.cron IS 'Five fields: minute, hour, day of month, month, day of week. Read by whoever sets it and by the worker.';

COMMENT ON COLUMN public.job_schedules.timezone IS 'The IANA name of the zone whose clock the cron is of.';

COMMENT ON COLUMN public.job_schedules.catch_up IS 'True if one run makes up for times at which no worker was there.';

COMMENT ON COLUMN public.job_schedules.next_run_at IS 'Null where it is switched off; setting it again switches it on.';

COMMENT ON COLUMN public.job_schedules.off_reason IS 'The reason why it was switched off.';

COMMENT ON COLUMN public.job_schedules.last_run_at IS 'The time at which it last enqueued a job.';

COMMENT ON COLUMN public.job_schedules.last_job_id IS 'The job that it asked for then. A plain column: jobs go.';

COMMENT ON COLUMN public.job_schedules.last_outcome IS 'The result of the time that was last due.';

COMMENT ON COLUMN public.job_schedules.requested_by IS 'The person who set it last, who enqueues its jobs. Null for the operator, whose schedule no organization changes or removes.';

COMMENT ON COLUMN public.job_schedules.requested_rank IS 'The rank they set it with; its jobs rank no higher.';

COMMENT ON COLUMN public.job_schedules.requested_key IS 'The API key they set it with: when that ends, it is switched off. Setting it again makes it whoever''s that is.';

ALTER TABLE ONLY public.job_schedules
    ADD CONSTRAINT job_schedules_name_key UNIQUE (org_id, name);

ALTER TABLE ONLY public.job_schedules
    ADD CONSTRAINT job_schedules_pkey PRIMARY KEY (org_id, id);

CREATE INDEX job_schedules_due_idx ON public.job_schedules USING btree (next_run_at) WHERE is_active;

CREATE INDEX job_schedules_of_keys_idx ON public.job_schedules USING btree (org_id, requested_key) WHERE (is_active AND (requested_key IS NOT NULL));

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF name, job_type, cron, timezone, off_reason, max_tokens, next_run_at, last_run_at, created_at, updated_at ON public.job_schedules FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_job_schedules();

CREATE TRIGGER bounds_payload BEFORE UPDATE OF payload ON public.job_schedules FOR EACH ROW WHEN ((new.payload IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_job_schedules('payload');

CREATE TRIGGER touch BEFORE UPDATE ON public.job_schedules FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.job_schedules
    ADD CONSTRAINT job_schedules_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE public.job_schedules ENABLE ROW LEVEL SECURITY;

CREATE POLICY scheduling ON public.job_schedules FOR SELECT TO sb_queue USING (is_active);

COMMENT ON POLICY scheduling ON public.job_schedules IS 'The dispatcher asks what is due, of all organizations; columns keep it from the payload.';

CREATE POLICY setting ON public.job_schedules TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY setting ON public.job_schedules IS 'Functions write schedules, each after it has checked who it is; a worker''s login fires them.';

CREATE POLICY tenant_floor ON public.job_schedules AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_floor ON public.job_schedules IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.job_schedules FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_read ON public.job_schedules IS 'admin and above read.';

GRANT SELECT,DELETE ON TABLE public.job_schedules TO sb_gate;

GRANT SELECT(org_id) ON TABLE public.job_schedules TO sb_tenant;
GRANT SELECT(org_id) ON TABLE public.job_schedules TO sb_queue;
GRANT INSERT(org_id) ON TABLE public.job_schedules TO sb_gate;

GRANT SELECT(id) ON TABLE public.job_schedules TO sb_tenant;
GRANT SELECT(id) ON TABLE public.job_schedules TO sb_queue;

GRANT SELECT(name) ON TABLE public.job_schedules TO sb_tenant;
GRANT INSERT(name) ON TABLE public.job_schedules TO sb_gate;

GRANT SELECT(job_type) ON TABLE public.job_schedules TO sb_tenant;
GRANT INSERT(job_type),UPDATE(job_type) ON TABLE public.job_schedules TO sb_gate;

GRANT SELECT(payload) ON TABLE public.job_schedules TO sb_tenant;
GRANT INSERT(payload),UPDATE(payload) ON TABLE public.job_schedules TO sb_gate;

GRANT SELECT(cron) ON TABLE public.job_schedules TO sb_tenant;
GRANT SELECT(cron) ON TABLE public.job_schedules TO sb_queue;
GRANT INSERT(cron),UPDATE(cron) ON TABLE public.job_schedules TO sb_gate;

GRANT SELECT(timezone) ON TABLE public.job_schedules TO sb_tenant;
GRANT SELECT(timezone) ON TABLE public.job_schedules TO sb_queue;
GRANT INSERT(timezone),UPDATE(timezone) ON TABLE public.job_schedules TO sb_gate;

GRANT SELECT(priority) ON TABLE public.job_schedules TO sb_tenant;
GRANT INSERT(priority),UPDATE(priority) ON TABLE public.job_schedules TO sb_gate;

GRANT SELECT(max_attempts) ON TABLE public.job_schedules TO sb_tenant;
GRANT INSERT(max_attempts),UPDATE(max_attempts) ON TABLE public.job_schedules TO sb_gate;

GRANT SELECT(est_tokens) ON TABLE public.job_schedules TO sb_tenant;
GRANT INSERT(est_tokens),UPDATE(est_tokens) ON TABLE public.job_schedules TO sb_gate;

GRANT SELECT(max_tokens) ON TABLE public.job_schedules TO sb_tenant;
GRANT INSERT(max_tokens),UPDATE(max_tokens) ON TABLE public.job_schedules TO sb_gate;

GRANT SELECT(catch_up) ON TABLE public.job_schedules TO sb_tenant;
GRANT INSERT(catch_up),UPDATE(catch_up) ON TABLE public.job_schedules TO sb_gate;

GRANT SELECT(is_active) ON TABLE public.job_schedules TO sb_tenant;
GRANT SELECT(is_active) ON TABLE public.job_schedules TO sb_queue;
GRANT UPDATE(is_active) ON TABLE public.job_schedules TO sb_gate;

GRANT SELECT(next_run_at) ON TABLE public.job_schedules TO sb_tenant;
GRANT SELECT(next_run_at) ON TABLE public.job_schedules TO sb_queue;
GRANT INSERT(next_run_at),UPDATE(next_run_at) ON TABLE public.job_schedules TO sb_gate;

GRANT SELECT(off_reason) ON TABLE public.job_schedules TO sb_tenant;
GRANT UPDATE(off_reason) ON TABLE public.job_schedules TO sb_gate;

GRANT SELECT(last_run_at) ON TABLE public.job_schedules TO sb_tenant;
GRANT UPDATE(last_run_at) ON TABLE public.job_schedules TO sb_gate;

GRANT SELECT(last_job_id) ON TABLE public.job_schedules TO sb_tenant;
GRANT UPDATE(last_job_id) ON TABLE public.job_schedules TO sb_gate;

GRANT SELECT(last_outcome) ON TABLE public.job_schedules TO sb_tenant;
GRANT UPDATE(last_outcome) ON TABLE public.job_schedules TO sb_gate;

GRANT SELECT(requested_by) ON TABLE public.job_schedules TO sb_tenant;
GRANT INSERT(requested_by),UPDATE(requested_by) ON TABLE public.job_schedules TO sb_gate;

GRANT SELECT(requested_rank) ON TABLE public.job_schedules TO sb_tenant;
GRANT INSERT(requested_rank),UPDATE(requested_rank) ON TABLE public.job_schedules TO sb_gate;

GRANT SELECT(requested_key) ON TABLE public.job_schedules TO sb_tenant;
GRANT INSERT(requested_key),UPDATE(requested_key) ON TABLE public.job_schedules TO sb_gate;

GRANT SELECT(created_at) ON TABLE public.job_schedules TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.job_schedules TO sb_tenant;
