-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE auth.challenges (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    factor_id uuid NOT NULL,
    session_id uuid NOT NULL,
    ticket bytea,
    tried_by bigint,
    expires_at timestamp with time zone DEFAULT (now() + '00:05:00'::interval) NOT NULL,
    used_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT challenges_ticket_in_range CHECK ((octet_length(ticket) = 32))
);

ALTER TABLE ONLY auth.challenges FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.challenges OWNER TO sb_owner;

COMMENT ON TABLE auth.challenges IS 'Second steps that sessions have begun, each for one use.';

COMMENT ON COLUMN auth.challenges.ticket IS 'sha256 of what the try with the right code was answered with; null: there was none.';

COMMENT ON COLUMN auth.challenges.tried_by IS 'The transaction of that try. Another one finishes, so that a try counts before anybody knows its outcome.';

ALTER TABLE ONLY auth.challenges
    ADD CONSTRAINT challenges_pkey PRIMARY KEY (id);

CREATE INDEX challenges_expires_idx ON auth.challenges USING btree (expires_at);

CREATE INDEX challenges_factor_idx ON auth.challenges USING btree (factor_id);

CREATE INDEX challenges_session_idx ON auth.challenges USING btree (session_id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF ticket, tried_by, expires_at, used_at, created_at ON auth.challenges FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_auth_challenges();

ALTER TABLE ONLY auth.challenges
    ADD CONSTRAINT challenges_factor_fkey FOREIGN KEY (factor_id) REFERENCES auth.factors(id) ON DELETE CASCADE;

ALTER TABLE ONLY auth.challenges
    ADD CONSTRAINT challenges_session_fkey FOREIGN KEY (session_id) REFERENCES auth.sessions(id) ON DELETE CASCADE;

ALTER TABLE auth.challenges ENABLE ROW LEVEL SECURITY;

CREATE POLICY sign_in ON auth.challenges TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY sign_in ON auth.challenges IS 'The second step comes before the choice of an organization; no login has a privilege on the table.';

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.challenges TO sb_gate;
