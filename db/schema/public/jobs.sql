-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.jobs (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    job_type text NOT NULL,
    status text DEFAULT 'queued'::text NOT NULL,
    priority smallint DEFAULT 100 NOT NULL,
    payload jsonb DEFAULT '{}'::jsonb NOT NULL,
    progress jsonb,
    result jsonb,
    error jsonb,
    unique_key text,
    run_at timestamp with time zone DEFAULT queue.now() NOT NULL,
    requested_by uuid,
    requested_rank smallint NOT NULL,
    requested_key uuid,
    attempt smallint DEFAULT 0 NOT NULL,
    max_attempts smallint DEFAULT 5 NOT NULL,
    est_tokens integer DEFAULT 0 NOT NULL,
    max_tokens bigint,
    attempt_tokens bigint DEFAULT 0 NOT NULL,
    actual_tokens bigint DEFAULT 0 NOT NULL,
    worker_id uuid,
    lease_token uuid,
    deadline_at timestamp with time zone,
    cancel_requested boolean DEFAULT false NOT NULL,
    crash_count smallint DEFAULT 0 NOT NULL,
    suspicion smallint DEFAULT 0 NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT jobs_attempts_counted CHECK (((attempt >= 0) AND (attempt <= max_attempts))),
    CONSTRAINT jobs_budget_not_negative CHECK (((est_tokens >= 0) AND (max_tokens > 0) AND (attempt_tokens >= 0))),
    CONSTRAINT jobs_crashes_counted CHECK (((crash_count >= 0) AND (suspicion >= 0))),
    CONSTRAINT jobs_finished_when_over CHECK (((status = ANY (ARRAY['done'::text, 'dead'::text, 'cancelled'::text])) = (finished_at IS NOT NULL))),
    CONSTRAINT jobs_lease_while_running CHECK (((status = 'running'::text) = ((lease_token IS NOT NULL) AND (deadline_at IS NOT NULL) AND (worker_id IS NOT NULL)))),
    CONSTRAINT jobs_max_attempts_few CHECK (((max_attempts >= 1) AND (max_attempts <= 25))),
    CONSTRAINT jobs_payload_is_object CHECK ((jsonb_typeof(payload) = 'object'::text)),
    CONSTRAINT jobs_priority_known CHECK (((priority >= 1) AND (priority <= 1000))),
    CONSTRAINT jobs_requested_rank_known CHECK (((requested_rank >= 0) AND (requested_rank <= 4))),
    CONSTRAINT jobs_status_known CHECK ((status = ANY (ARRAY['scheduled'::text, 'queued'::text, 'running'::text, 'done'::text, 'dead'::text, 'cancelled'::text]))),
    CONSTRAINT jobs_tokens_not_negative CHECK ((actual_tokens >= 0)),
    CONSTRAINT jobs_type_is_a_name CHECK (((job_type ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$'::text) AND (length(job_type) <= 100)))
)
WITH (fillfactor='80', autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='2000', autovacuum_vacuum_insert_scale_factor='0.2');

ALTER TABLE ONLY public.jobs FORCE ROW LEVEL SECURITY;

ALTER TABLE public.jobs OWNER TO sb_owner;

COMMENT ON TABLE public.jobs IS 'The queue: an insert in the caller''s transaction, claimed by a lease, finished in the tenant''s transaction.';

COMMENT ON COLUMN public.jobs.job_type IS 'Names under system. and billing. are reserved: only functions enqueue them.';

COMMENT ON COLUMN public.jobs.priority IS 'Inside the organization; the lowest goes first. Between organizations it means nothing.';

COMMENT ON COLUMN public.jobs.progress IS 'The progress that the body reports while it runs.';

COMMENT ON COLUMN public.jobs.unique_key IS 'Of several jobs of one type with the same key one at most is queued or running.';

COMMENT ON COLUMN public.jobs.requested_by IS 'The person who enqueued it, from the context. The job ends when they have left the organization.';

COMMENT ON COLUMN public.jobs.requested_rank IS 'The rank they asked with, from the context; the job ranks no higher.';

COMMENT ON COLUMN public.jobs.requested_key IS 'The API key they asked with, from the context, or that of the job that asked. The job ends with the key.';

COMMENT ON COLUMN public.jobs.est_tokens IS 'An estimate of the model''s tokens that it uses, held against the budget while it runs.';

COMMENT ON COLUMN public.jobs.max_tokens IS 'The number of a model''s tokens at which it is ended.';

COMMENT ON COLUMN public.jobs.attempt_tokens IS 'Tokens that the running attempt has used, by its worker''s last heartbeat; they are added to actual_tokens when it ends.';

COMMENT ON COLUMN public.jobs.worker_id IS 'The worker that runs it (queue.workers). A plain column: workers go.';

COMMENT ON COLUMN public.jobs.lease_token IS 'The proof of the worker that runs it (seal.open_job). No tenant reads it.';

COMMENT ON COLUMN public.jobs.deadline_at IS 'The job''s own deadline. The lease ends here, or when its worker falls silent.';

COMMENT ON COLUMN public.jobs.cancel_requested IS 'True if its worker is to end it with the next heartbeat.';

COMMENT ON COLUMN public.jobs.crash_count IS 'The number of times that its process died while it ran alone in it: the third time it is dead.';

COMMENT ON COLUMN public.jobs.suspicion IS 'Above 0 it is a suspect: its worker died under it so many times since it last ended well. It runs in a process of its own.';

ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT jobs_pkey PRIMARY KEY (org_id, id);

CREATE INDEX jobs_due_by_org_idx ON public.jobs USING btree (org_id, run_at) WHERE (status = 'scheduled'::text);

CREATE INDEX jobs_due_idx ON public.jobs USING btree (run_at) WHERE (status = 'scheduled'::text);

CREATE INDEX jobs_of_keys_idx ON public.jobs USING btree (org_id, requested_key) WHERE ((requested_key IS NOT NULL) AND (status = ANY (ARRAY['scheduled'::text, 'queued'::text])));

CREATE INDEX jobs_org_created_idx ON public.jobs USING btree (org_id, created_at DESC, id);

CREATE INDEX jobs_over_idx ON public.jobs USING btree (finished_at) WHERE (finished_at IS NOT NULL);

CREATE INDEX jobs_ready_idx ON public.jobs USING btree (org_id, priority, id) WHERE ((status = 'queued'::text) AND (suspicion = 0));

CREATE INDEX jobs_running_idx ON public.jobs USING btree (org_id, deadline_at) WHERE (status = 'running'::text);

CREATE INDEX jobs_suspects_idx ON public.jobs USING btree (org_id, status, priority, id) WHERE ((suspicion > 0) AND (status = ANY (ARRAY['scheduled'::text, 'queued'::text, 'running'::text])));

CREATE UNIQUE INDEX jobs_unique_key ON public.jobs USING btree (org_id, job_type, unique_key) WHERE (status = ANY (ARRAY['scheduled'::text, 'queued'::text, 'running'::text]));

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF job_type, unique_key, run_at, max_tokens ON public.jobs FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_jobs();

CREATE TRIGGER bounds_error BEFORE UPDATE OF error ON public.jobs FOR EACH ROW WHEN ((new.error IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_jobs('error');

CREATE TRIGGER bounds_payload BEFORE UPDATE OF payload ON public.jobs FOR EACH ROW WHEN ((new.payload IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_jobs('payload');

CREATE TRIGGER bounds_progress BEFORE UPDATE OF progress ON public.jobs FOR EACH ROW WHEN ((new.progress IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_jobs('progress');

CREATE TRIGGER bounds_result BEFORE UPDATE OF result ON public.jobs FOR EACH ROW WHEN ((new.result IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_jobs('result');

CREATE TRIGGER end_delivery AFTER UPDATE OF status ON public.jobs FOR EACH ROW WHEN (((new.job_type = 'system.mail'::text) AND (new.status = ANY (ARRAY['dead'::text, 'cancelled'::text])) AND (old.status <> new.status))) EXECUTE FUNCTION seal_private.end_delivery();

CREATE TRIGGER end_run AFTER UPDATE OF status ON public.jobs FOR EACH ROW WHEN (((new.job_type = 'proposal.draft'::text) AND (new.status = ANY (ARRAY['dead'::text, 'cancelled'::text])) AND (old.status <> new.status))) EXECUTE FUNCTION seal_private.end_run();

CREATE TRIGGER requester BEFORE INSERT ON public.jobs FOR EACH ROW WHEN ((new.requested_rank IS NULL)) EXECUTE FUNCTION seal_private.note_requester();

CREATE TRIGGER schedule BEFORE INSERT ON public.jobs FOR EACH ROW WHEN (((new.status = 'queued'::text) AND (new.run_at > queue.now()))) EXECUTE FUNCTION seal_private.schedule_job();

CREATE TRIGGER touch BEFORE UPDATE ON public.jobs FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

CREATE TRIGGER wake AFTER INSERT ON public.jobs FOR EACH STATEMENT EXECUTE FUNCTION seal_private.wake_worker();

ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT jobs_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE public.jobs ENABLE ROW LEVEL SECURITY;

CREATE POLICY leases ON public.jobs FOR SELECT TO sb_seal USING (true);

COMMENT ON POLICY leases ON public.jobs IS 'An opening looks the lease up before there is a context.';

CREATE POLICY mailing ON public.jobs FOR INSERT TO sb_gate WITH CHECK (((job_type = 'system.mail'::text) AND (unique_key IS NULL) AND (requested_by IS NULL) AND (requested_key IS NULL) AND (requested_rank = 1)));

COMMENT ON POLICY mailing ON public.jobs IS 'seal_private.send_mail() enqueues the job of a mail, in its organization.';

CREATE POLICY recurring ON public.jobs FOR INSERT TO sb_gate WITH CHECK ((unique_key ~ '^schedule '::text));

COMMENT ON POLICY recurring ON public.jobs IS 'queue.fire_schedule() asks for the job of a schedule that is due, in its organization.';

CREATE POLICY reserved_keys ON public.jobs AS RESTRICTIVE FOR INSERT TO sb_tenant WITH CHECK (((unique_key IS NULL) OR (unique_key !~ '^schedule '::text)));

COMMENT ON POLICY reserved_keys ON public.jobs IS 'The key of a schedule''s job is its own.';

CREATE POLICY reserved_types ON public.jobs AS RESTRICTIVE FOR INSERT TO sb_tenant WITH CHECK ((job_type !~ '^(system|billing)(\.|$)'::text));

COMMENT ON POLICY reserved_types ON public.jobs IS 'Only functions enqueue jobs of the reserved types.';

CREATE POLICY scheduling ON public.jobs TO sb_queue USING (true) WITH CHECK (true);

COMMENT ON POLICY scheduling ON public.jobs IS 'The dispatcher schedules jobs of all organizations; columns keep it from what they carry.';

CREATE POLICY tenant_add ON public.jobs FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_add ON public.jobs IS 'member and above add.';

CREATE POLICY tenant_floor ON public.jobs AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.jobs IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.jobs FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.jobs IS 'viewer and above read.';

GRANT DELETE ON TABLE public.jobs TO sb_queue;

GRANT SELECT(ctid) ON TABLE public.jobs TO sb_queue;

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(org_id) ON TABLE public.jobs TO sb_seal;
GRANT SELECT(org_id) ON TABLE public.jobs TO sb_queue;
GRANT INSERT(org_id) ON TABLE public.jobs TO sb_gate;

GRANT SELECT(id),INSERT(id) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(id) ON TABLE public.jobs TO sb_seal;
GRANT SELECT(id) ON TABLE public.jobs TO sb_queue;
GRANT INSERT(id) ON TABLE public.jobs TO sb_gate;

GRANT SELECT(job_type),INSERT(job_type) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(job_type) ON TABLE public.jobs TO sb_seal;
GRANT SELECT(job_type) ON TABLE public.jobs TO sb_queue;
GRANT INSERT(job_type) ON TABLE public.jobs TO sb_gate;

GRANT SELECT(status) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(status) ON TABLE public.jobs TO sb_seal;
GRANT SELECT(status),UPDATE(status) ON TABLE public.jobs TO sb_queue;

GRANT SELECT(priority),INSERT(priority) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(priority) ON TABLE public.jobs TO sb_queue;
GRANT INSERT(priority) ON TABLE public.jobs TO sb_gate;

GRANT SELECT(payload),INSERT(payload) ON TABLE public.jobs TO sb_tenant;
GRANT INSERT(payload) ON TABLE public.jobs TO sb_gate;

GRANT SELECT(progress) ON TABLE public.jobs TO sb_tenant;
GRANT UPDATE(progress) ON TABLE public.jobs TO sb_queue;

GRANT SELECT(result) ON TABLE public.jobs TO sb_tenant;
GRANT UPDATE(result) ON TABLE public.jobs TO sb_queue;

GRANT SELECT(error) ON TABLE public.jobs TO sb_tenant;
GRANT UPDATE(error) ON TABLE public.jobs TO sb_queue;

GRANT SELECT(unique_key),INSERT(unique_key) ON TABLE public.jobs TO sb_tenant;
GRANT INSERT(unique_key) ON TABLE public.jobs TO sb_gate;

GRANT SELECT(run_at),INSERT(run_at) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(run_at),UPDATE(run_at) ON TABLE public.jobs TO sb_queue;

GRANT SELECT(requested_by) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(requested_by) ON TABLE public.jobs TO sb_seal;
GRANT SELECT(requested_by) ON TABLE public.jobs TO sb_queue;
GRANT INSERT(requested_by) ON TABLE public.jobs TO sb_gate;

GRANT SELECT(requested_rank) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(requested_rank) ON TABLE public.jobs TO sb_seal;
GRANT INSERT(requested_rank) ON TABLE public.jobs TO sb_gate;

GRANT SELECT(requested_key) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(requested_key) ON TABLE public.jobs TO sb_seal;
GRANT SELECT(requested_key) ON TABLE public.jobs TO sb_queue;
GRANT INSERT(requested_key) ON TABLE public.jobs TO sb_gate;

GRANT SELECT(attempt) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(attempt),UPDATE(attempt) ON TABLE public.jobs TO sb_queue;

GRANT SELECT(max_attempts),INSERT(max_attempts) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(max_attempts) ON TABLE public.jobs TO sb_queue;
GRANT INSERT(max_attempts) ON TABLE public.jobs TO sb_gate;

GRANT SELECT(est_tokens),INSERT(est_tokens) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(est_tokens) ON TABLE public.jobs TO sb_queue;
GRANT INSERT(est_tokens) ON TABLE public.jobs TO sb_gate;

GRANT SELECT(max_tokens),INSERT(max_tokens) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(max_tokens) ON TABLE public.jobs TO sb_queue;
GRANT INSERT(max_tokens) ON TABLE public.jobs TO sb_gate;

GRANT SELECT(attempt_tokens) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(attempt_tokens),UPDATE(attempt_tokens) ON TABLE public.jobs TO sb_queue;

GRANT SELECT(actual_tokens) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(actual_tokens),UPDATE(actual_tokens) ON TABLE public.jobs TO sb_queue;

GRANT SELECT(worker_id) ON TABLE public.jobs TO sb_seal;
GRANT SELECT(worker_id),UPDATE(worker_id) ON TABLE public.jobs TO sb_queue;

GRANT SELECT(lease_token) ON TABLE public.jobs TO sb_seal;
GRANT SELECT(lease_token),UPDATE(lease_token) ON TABLE public.jobs TO sb_queue;

GRANT SELECT(deadline_at) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(deadline_at) ON TABLE public.jobs TO sb_seal;
GRANT SELECT(deadline_at),UPDATE(deadline_at) ON TABLE public.jobs TO sb_queue;

GRANT SELECT(cancel_requested) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(cancel_requested),UPDATE(cancel_requested) ON TABLE public.jobs TO sb_queue;

GRANT SELECT(crash_count) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(crash_count),UPDATE(crash_count) ON TABLE public.jobs TO sb_queue;

GRANT SELECT(suspicion) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(suspicion),UPDATE(suspicion) ON TABLE public.jobs TO sb_queue;

GRANT SELECT(started_at) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(started_at),UPDATE(started_at) ON TABLE public.jobs TO sb_queue;

GRANT SELECT(finished_at) ON TABLE public.jobs TO sb_tenant;
GRANT SELECT(finished_at),UPDATE(finished_at) ON TABLE public.jobs TO sb_queue;

GRANT SELECT(created_at) ON TABLE public.jobs TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.jobs TO sb_tenant;
