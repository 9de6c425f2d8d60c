-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE UNLOGGED TABLE seal_private.permits (
    bucket text NOT NULL,
    window_start timestamp with time zone NOT NULL,
    window_end timestamp with time zone NOT NULL,
    used integer DEFAULT 0 NOT NULL,
    CONSTRAINT permits_used_not_negative CHECK ((used >= 0))
);

ALTER TABLE ONLY seal_private.permits FORCE ROW LEVEL SECURITY;

ALTER TABLE seal_private.permits OWNER TO sb_seal;

COMMENT ON TABLE seal_private.permits IS 'Permits that were taken in a window of time. Unlogged: after a crash every window begins again.';

COMMENT ON COLUMN seal_private.permits.bucket IS 'The login that takes them, and a hash of what is limited: a session, a key, an address.';

ALTER TABLE ONLY seal_private.permits
    ADD CONSTRAINT permits_pkey PRIMARY KEY (bucket, window_start);

CREATE INDEX permits_end_idx ON seal_private.permits USING btree (window_end);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF bucket, window_start, window_end ON seal_private.permits FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_seal_private_permits();

CREATE POLICY only_the_seal ON seal_private.permits TO sb_seal USING (true) WITH CHECK (true);

COMMENT ON POLICY only_the_seal ON seal_private.permits IS 'Permits are taken before there is a context; no login has a privilege on the table.';

ALTER TABLE seal_private.permits ENABLE ROW LEVEL SECURITY;
