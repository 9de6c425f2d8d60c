-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE auth.passkey_challenges (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    session_id uuid,
    challenge bytea DEFAULT sha256((uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))) NOT NULL,
    origin text NOT NULL,
    rp_id text NOT NULL,
    expires_at timestamp with time zone DEFAULT (now() + '00:05:00'::interval) NOT NULL,
    used_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT passkey_challenges_challenge_in_range CHECK ((octet_length(challenge) = 32)),
    CONSTRAINT passkey_challenges_origin_is_one CHECK (((origin ~ '^https?://[a-z0-9.-]+(:[0-9]{1,5})?$'::text) AND (length(origin) <= 300))),
    CONSTRAINT passkey_challenges_rp_id_is_a_host CHECK ((rp_id ~ '^[a-z0-9.-]{1,253}$'::text))
);

ALTER TABLE ONLY auth.passkey_challenges FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.passkey_challenges OWNER TO sb_owner;

COMMENT ON TABLE auth.passkey_challenges IS 'Challenges that devices sign, to add a passkey or to sign in by one; each for one use.';

COMMENT ON COLUMN auth.passkey_challenges.session_id IS 'The session that adds a passkey; null: somebody signs in, and nobody knows yet who.';

COMMENT ON COLUMN auth.passkey_challenges.origin IS 'Origin of our pages, from the settings; the browser says which one it was asked by, and the device signs it.';

COMMENT ON COLUMN auth.passkey_challenges.rp_id IS 'Host of our pages, from the settings.';

ALTER TABLE ONLY auth.passkey_challenges
    ADD CONSTRAINT passkey_challenges_pkey PRIMARY KEY (id);

CREATE INDEX passkey_challenges_expires_idx ON auth.passkey_challenges USING btree (expires_at);

CREATE INDEX passkey_challenges_session_idx ON auth.passkey_challenges USING btree (session_id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF challenge, origin, rp_id, expires_at, used_at, created_at ON auth.passkey_challenges FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_auth_passkey_challenges();

ALTER TABLE ONLY auth.passkey_challenges
    ADD CONSTRAINT passkey_challenges_session_fkey FOREIGN KEY (session_id) REFERENCES auth.sessions(id) ON DELETE CASCADE;

ALTER TABLE auth.passkey_challenges ENABLE ROW LEVEL SECURITY;

CREATE POLICY sign_in ON auth.passkey_challenges TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY sign_in ON auth.passkey_challenges IS 'A sign-in comes before the choice of an organization; no login has a privilege on the table.';

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.passkey_challenges TO sb_gate;
