-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE queue.workers (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    host text NOT NULL,
    pid integer NOT NULL,
    ttl interval NOT NULL,
    is_idle boolean DEFAULT false NOT NULL,
    beat_at timestamp with time zone DEFAULT queue.now() NOT NULL,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    company bigint,
    CONSTRAINT workers_ttl_is_some_time CHECK ((ttl > '00:00:00'::interval))
)
WITH (fillfactor='10');

ALTER TABLE ONLY queue.workers FORCE ROW LEVEL SECURITY;

ALTER TABLE queue.workers OWNER TO sb_owner;

COMMENT ON TABLE queue.workers IS 'One row a worker that runs. Its heartbeat keeps the leases of all its jobs: one write, however many they are.';

COMMENT ON COLUMN queue.workers.ttl IS 'So long after its last beat it counts as dead.';

COMMENT ON COLUMN queue.workers.is_idle IS 'True if it waits to be woken: enqueuing then sends a NOTIFY, which under load no transaction does.';

COMMENT ON COLUMN queue.workers.company IS 'The number of jobs that were running when it was first found silent, of all workers that fell silent with it. Null while it lives. 1 means that the job was alone. Kept here, since its jobs may be rescued one after another.';

ALTER TABLE ONLY queue.workers
    ADD CONSTRAINT workers_pkey PRIMARY KEY (id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF host, ttl, beat_at, started_at, company ON queue.workers FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_queue_workers();

CREATE POLICY leases ON queue.workers FOR SELECT TO sb_seal USING (true);

COMMENT ON POLICY leases ON queue.workers IS 'An opening asks whether the worker of a lease is alive.';

CREATE POLICY scheduling ON queue.workers TO sb_queue USING (true) WITH CHECK (true);

COMMENT ON POLICY scheduling ON queue.workers IS 'Workers belong to no organization; the queue''s functions alone write them.';

ALTER TABLE queue.workers ENABLE ROW LEVEL SECURITY;

GRANT SELECT,INSERT,DELETE ON TABLE queue.workers TO sb_queue;

GRANT SELECT(id) ON TABLE queue.workers TO sb_seal;

GRANT SELECT(ttl) ON TABLE queue.workers TO sb_seal;

GRANT UPDATE(is_idle) ON TABLE queue.workers TO sb_queue;

GRANT UPDATE(beat_at) ON TABLE queue.workers TO sb_queue;
GRANT SELECT(beat_at) ON TABLE queue.workers TO sb_seal;

GRANT UPDATE(company) ON TABLE queue.workers TO sb_queue;
