-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE auth.waiting_tokens (
    stored bytea NOT NULL,
    session_id uuid NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT waiting_tokens_stored_in_range CHECK ((octet_length(stored) = 32))
);

ALTER TABLE ONLY auth.waiting_tokens FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.waiting_tokens OWNER TO sb_owner;

COMMENT ON TABLE auth.waiting_tokens IS 'Access tokens and cookies of sessions that wait for the second step. They open no context.';

COMMENT ON COLUMN auth.waiting_tokens.stored IS 'sha256(proof), as in seal_private.credentials.';

ALTER TABLE ONLY auth.waiting_tokens
    ADD CONSTRAINT waiting_tokens_pkey PRIMARY KEY (stored);

CREATE INDEX waiting_tokens_expires_idx ON auth.waiting_tokens USING btree (expires_at);

CREATE INDEX waiting_tokens_session_idx ON auth.waiting_tokens USING btree (session_id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF stored, expires_at, created_at ON auth.waiting_tokens FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_auth_waiting_tokens();

ALTER TABLE ONLY auth.waiting_tokens
    ADD CONSTRAINT waiting_tokens_session_fkey FOREIGN KEY (session_id) REFERENCES auth.sessions(id) ON DELETE CASCADE;

CREATE POLICY sign_in ON auth.waiting_tokens TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY sign_in ON auth.waiting_tokens IS 'The second step comes before the choice of an organization; no login has a privilege on the table.';

ALTER TABLE auth.waiting_tokens ENABLE ROW LEVEL SECURITY;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.waiting_tokens TO sb_gate;
