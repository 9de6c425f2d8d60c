-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE queue.quarantines (
    org_id uuid NOT NULL,
    until timestamp with time zone DEFAULT queue.now() NOT NULL
);

ALTER TABLE ONLY queue.quarantines FORCE ROW LEVEL SECURITY;

ALTER TABLE queue.quarantines OWNER TO sb_owner;

COMMENT ON TABLE queue.quarantines IS 'Organizations with suspects: their jobs run in processes of their own, beside the worker, the suspects one at a time. Lifted when the last suspect has ended and the time is over.';

COMMENT ON COLUMN queue.quarantines.until IS 'All jobs of the organization are treated as suspects until this time: one was seen to end its own process, and may not be the only one.';

ALTER TABLE ONLY queue.quarantines
    ADD CONSTRAINT quarantines_pkey PRIMARY KEY (org_id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF until ON queue.quarantines FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_queue_quarantines();

ALTER TABLE ONLY queue.quarantines
    ADD CONSTRAINT quarantines_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE queue.quarantines ENABLE ROW LEVEL SECURITY;

CREATE POLICY scheduling ON queue.quarantines TO sb_queue USING (true) WITH CHECK (true);

COMMENT ON POLICY scheduling ON queue.quarantines IS 'The queue''s functions alone write them, of all organizations.';

GRANT SELECT,INSERT,DELETE ON TABLE queue.quarantines TO sb_queue;

GRANT UPDATE(until) ON TABLE queue.quarantines TO sb_queue;
