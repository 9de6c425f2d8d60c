-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE auth.tries (
    bucket bytea NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    blocked_until timestamp with time zone DEFAULT now() NOT NULL,
    tried_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT tries_bucket_in_range CHECK ((octet_length(bucket) = 32)),
    CONSTRAINT tries_failures_not_negative CHECK ((failures >= 0))
);

ALTER TABLE ONLY auth.tries FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.tries OWNER TO sb_owner;

COMMENT ON TABLE auth.tries IS 'Tries of passwords and codes, and mails that were sent.';

COMMENT ON COLUMN auth.tries.bucket IS 'sha256 of what it is counted by, as password:somebody@example.org.';

COMMENT ON COLUMN auth.tries.failures IS 'Since the last success, or since an hour of quiet.';

ALTER TABLE ONLY auth.tries
    ADD CONSTRAINT tries_pkey PRIMARY KEY (bucket);

CREATE INDEX tries_tried_idx ON auth.tries USING btree (tried_at);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF bucket, blocked_until, tried_at ON auth.tries FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_auth_tries();

CREATE POLICY sign_in ON auth.tries TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY sign_in ON auth.tries IS 'Tries come before any account; no login has a privilege on the table.';

ALTER TABLE auth.tries ENABLE ROW LEVEL SECURITY;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.tries TO sb_gate;
