-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE auth.flows (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    token_id uuid,
    provider text,
    state_hash bytea,
    verifier text,
    nonce text,
    session_id uuid,
    shown_at timestamp with time zone,
    challenge bytea,
    browser bytea NOT NULL,
    redirect_to text,
    user_id uuid,
    email text,
    method text,
    code_hash bytea,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT flows_browser_in_range CHECK ((octet_length(browser) = 32)),
    CONSTRAINT flows_challenge_in_range CHECK ((octet_length(challenge) = 32)),
    CONSTRAINT flows_code_hash_in_range CHECK ((octet_length(code_hash) = 32)),
    CONSTRAINT flows_kind_whole CHECK (
CASE
    WHEN (provider IS NULL) THEN ((num_nonnulls(state_hash, verifier, nonce, session_id, shown_at) = 0) AND (challenge IS NOT NULL))
    ELSE ((state_hash IS NOT NULL) AND (token_id IS NULL))
END),
    CONSTRAINT flows_method_known CHECK ((method = ANY (ARRAY['otp'::text, 'recovery'::text, 'oauth'::text]))),
    CONSTRAINT flows_nonce_is_short CHECK ((length(nonce) <= 128)),
    CONSTRAINT flows_proven_whole CHECK ((num_nulls(user_id, email, method, code_hash) = ANY (ARRAY[0, 4]))),
    CONSTRAINT flows_provider_known CHECK ((provider = ANY (ARRAY['google'::text, 'github'::text]))),
    CONSTRAINT flows_redirect_to_is_short CHECK ((length(redirect_to) <= 2000)),
    CONSTRAINT flows_state_hash_in_range CHECK ((octet_length(state_hash) = 32)),
    CONSTRAINT flows_verifier_is_short CHECK ((length(verifier) <= 128))
);

ALTER TABLE ONLY auth.flows FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.flows OWNER TO sb_owner;

COMMENT ON TABLE auth.flows IS 'Sign-ins that begin in a program and are confirmed by a mail or a provider, each for one use.';

COMMENT ON COLUMN auth.flows.token_id IS 'The mail that confirms it; null: nobody gets one, and it ends unused.';

COMMENT ON COLUMN auth.flows.provider IS 'The provider that confirms it; null: a mail does.';

COMMENT ON COLUMN auth.flows.state_hash IS 'sha256 of the state that goes to the provider and back, 256 random bits.';

COMMENT ON COLUMN auth.flows.verifier IS 'Our own verifier towards the provider, until its answer comes: it was never in an address.';

COMMENT ON COLUMN auth.flows.nonce IS 'A random text that the provider''s token has to repeat.';

COMMENT ON COLUMN auth.flows.session_id IS 'The session that adds the account at the provider to its person; null: it signs in.';

COMMENT ON COLUMN auth.flows.shown_at IS 'The time at which the state came back; that uses it up, whoever showed it.';

COMMENT ON COLUMN auth.flows.challenge IS 'sha256 of the verifier, which the program keeps; null: a browser of ours, which gets its session at once.';

COMMENT ON COLUMN auth.flows.browser IS 'sha256 of the cookie of the browser or program that began.';

COMMENT ON COLUMN auth.flows.redirect_to IS 'Address that the code is handed to, from the list of the settings.';

COMMENT ON COLUMN auth.flows.user_id IS 'The person who confirmed it.';

COMMENT ON COLUMN auth.flows.email IS 'The address that was proven; the code signs in while the account has it.';

COMMENT ON COLUMN auth.flows.method IS 'Method that the session will name.';

COMMENT ON COLUMN auth.flows.code_hash IS 'sha256 of the code, 256 random bits.';

COMMENT ON COLUMN auth.flows.expires_at IS 'End of the link or of the state, and once there is a code the end of the code.';

ALTER TABLE ONLY auth.flows
    ADD CONSTRAINT flows_pkey PRIMARY KEY (id);

CREATE UNIQUE INDEX flows_code_key ON auth.flows USING btree (code_hash);

CREATE INDEX flows_expires_idx ON auth.flows USING btree (expires_at);

CREATE INDEX flows_session_idx ON auth.flows USING btree (session_id);

CREATE UNIQUE INDEX flows_state_key ON auth.flows USING btree (state_hash);

CREATE UNIQUE INDEX flows_token_key ON auth.flows USING btree (token_id);

CREATE INDEX flows_user_idx ON auth.flows USING btree (user_id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF state_hash, challenge, browser, code_hash, verifier, nonce, email, shown_at, expires_at, used_at, created_at, updated_at, redirect_to ON auth.flows FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_auth_flows();

CREATE TRIGGER touch BEFORE UPDATE ON auth.flows FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY auth.flows
    ADD CONSTRAINT flows_session_fkey FOREIGN KEY (session_id) REFERENCES auth.sessions(id) ON DELETE CASCADE;

ALTER TABLE ONLY auth.flows
    ADD CONSTRAINT flows_token_fkey FOREIGN KEY (token_id) REFERENCES auth.one_time_tokens(id) ON DELETE CASCADE;

ALTER TABLE ONLY auth.flows
    ADD CONSTRAINT flows_user_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE auth.flows ENABLE ROW LEVEL SECURITY;

CREATE POLICY sign_in ON auth.flows TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY sign_in ON auth.flows IS 'A sign-in comes before the choice of an organization; no login has a privilege on the table.';

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.flows TO sb_gate;
