-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE queue.set_aside (
    org_id uuid NOT NULL,
    task text NOT NULL,
    row_id uuid,
    reason text NOT NULL,
    tries integer DEFAULT 1 NOT NULL,
    first_at timestamp with time zone DEFAULT queue.now() NOT NULL,
    retry_at timestamp with time zone NOT NULL,
    CONSTRAINT set_aside_task_known CHECK ((task = ANY (ARRAY['claim'::text, 'promote'::text, 'keys'::text, 'rescue'::text, 'sweep'::text, 'purge'::text, 'chain'::text, 'fire'::text])))
);

ALTER TABLE ONLY queue.set_aside FORCE ROW LEVEL SECURITY;

ALTER TABLE queue.set_aside OWNER TO sb_owner;

COMMENT ON TABLE queue.set_aside IS 'Rows that maintenance could not handle, for the operator: the part of it, the organization and the reason. The rest of the round went on. Shown by `sealedbid jobs stats` and /metrics.';

COMMENT ON COLUMN queue.set_aside.org_id IS 'The platform (the nil uuid) where the part failed as a whole, and no row is known.';

COMMENT ON COLUMN queue.set_aside.row_id IS 'The id of the job, event or schedule.';

COMMENT ON COLUMN queue.set_aside.reason IS 'The error''s class and the constraint, never its text, which may quote a row.';

COMMENT ON COLUMN queue.set_aside.retry_at IS 'The row is left out until this time: a minute after the first try, then twice as long each time, a day at most.';

ALTER TABLE ONLY queue.set_aside
    ADD CONSTRAINT set_aside_key UNIQUE NULLS NOT DISTINCT (org_id, task, row_id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF reason, first_at, retry_at ON queue.set_aside FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_queue_set_aside();

ALTER TABLE ONLY queue.set_aside
    ADD CONSTRAINT set_aside_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

CREATE POLICY chaining ON queue.set_aside FOR SELECT TO sb_gate USING (true);

COMMENT ON POLICY chaining ON queue.set_aside IS 'The chain of the audit log leaves out what was put aside.';

CREATE POLICY scheduling ON queue.set_aside TO sb_queue USING (true) WITH CHECK (true);

COMMENT ON POLICY scheduling ON queue.set_aside IS 'Maintenance goes over all organizations; the queue''s functions alone write it.';

ALTER TABLE queue.set_aside ENABLE ROW LEVEL SECURITY;

GRANT SELECT,INSERT,DELETE ON TABLE queue.set_aside TO sb_queue;
GRANT SELECT ON TABLE queue.set_aside TO sb_gate;

GRANT UPDATE(reason) ON TABLE queue.set_aside TO sb_queue;

GRANT UPDATE(tries) ON TABLE queue.set_aside TO sb_queue;

GRANT UPDATE(retry_at) ON TABLE queue.set_aside TO sb_queue;
