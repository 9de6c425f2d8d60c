-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE queue.stops (
    org_id uuid NOT NULL,
    job_type text,
    is_operator boolean NOT NULL,
    reason text NOT NULL,
    stopped_by uuid,
    stopped_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT stops_reason_is_given CHECK ((reason ~ '\S'::text))
);

ALTER TABLE ONLY queue.stops FORCE ROW LEVEL SECURITY;

ALTER TABLE queue.stops OWNER TO sb_owner;

COMMENT ON TABLE queue.stops IS 'Orders that jobs of an organization, or of a type in it, must not run. The platform''s organization, the nil uuid, stands for all.';

COMMENT ON COLUMN queue.stops.is_operator IS 'True if the operator stopped it, false if the organization did so itself. Of the same there may be both; neither takes the other back.';

COMMENT ON COLUMN queue.stops.stopped_by IS 'A person''s id; null: the installer. A plain column, so that it outlives their membership.';

ALTER TABLE ONLY queue.stops
    ADD CONSTRAINT stops_key UNIQUE NULLS NOT DISTINCT (org_id, job_type, is_operator);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF job_type, reason, stopped_at ON queue.stops FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_queue_stops();

ALTER TABLE ONLY queue.stops
    ADD CONSTRAINT stops_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

CREATE POLICY scheduling ON queue.stops TO sb_queue USING (true) WITH CHECK (true);

COMMENT ON POLICY scheduling ON queue.stops IS 'Stops are written by queue.stop_jobs(), which asks who it is.';

ALTER TABLE queue.stops ENABLE ROW LEVEL SECURITY;

GRANT SELECT,DELETE ON TABLE queue.stops TO sb_queue;

GRANT INSERT(org_id) ON TABLE queue.stops TO sb_queue;

GRANT INSERT(job_type) ON TABLE queue.stops TO sb_queue;

GRANT INSERT(is_operator) ON TABLE queue.stops TO sb_queue;

GRANT INSERT(reason) ON TABLE queue.stops TO sb_queue;

GRANT INSERT(stopped_by) ON TABLE queue.stops TO sb_queue;
