-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE auth.sessions (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    refresh_counter integer DEFAULT 0 NOT NULL,
    refreshed_at timestamp with time zone DEFAULT now() NOT NULL,
    not_idle_after timestamp with time zone DEFAULT (now() + '30 days'::interval) NOT NULL,
    not_after timestamp with time zone DEFAULT (now() + '90 days'::interval) NOT NULL,
    aal smallint DEFAULT 1 NOT NULL,
    amr jsonb DEFAULT '[]'::jsonb NOT NULL,
    device bytea,
    user_agent text,
    ip inet,
    revoked_at timestamp with time zone,
    revoked_why text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT sessions_aal_known CHECK ((aal = ANY (ARRAY[1, 2]))),
    CONSTRAINT sessions_amr_are_a_list CHECK ((jsonb_typeof(amr) = 'array'::text)),
    CONSTRAINT sessions_refresh_counter_not_negative CHECK ((refresh_counter >= 0)),
    CONSTRAINT sessions_revoked_whole CHECK (((revoked_at IS NULL) = (revoked_why IS NULL))),
    CONSTRAINT sessions_user_agent_is_short CHECK ((length(user_agent) <= 500))
);

ALTER TABLE ONLY auth.sessions FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.sessions OWNER TO sb_owner;

COMMENT ON TABLE auth.sessions IS 'One row a sign-in; the proofs of its access tokens are in seal_private.credentials.';

COMMENT ON COLUMN auth.sessions.refresh_counter IS 'The number of the refresh token that is in force.';

COMMENT ON COLUMN auth.sessions.not_idle_after IS 'Without a refresh by then the session is over.';

COMMENT ON COLUMN auth.sessions.not_after IS 'The session is over then, however often it is refreshed.';

COMMENT ON COLUMN auth.sessions.aal IS '1: one factor was shown, 2: two.';

COMMENT ON COLUMN auth.sessions.amr IS 'Methods of the sign-in with their times: [{"method": "password", "timestamp": 1790000000}].';

COMMENT ON COLUMN auth.sessions.device IS 'sha256 of the cookie of the browser that signed in; null: a program.';

ALTER TABLE ONLY auth.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);

CREATE INDEX sessions_ended_idx ON auth.sessions USING btree (LEAST(not_idle_after, not_after));

CREATE INDEX sessions_user_idx ON auth.sessions USING btree (user_id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF refreshed_at, not_idle_after, not_after, revoked_at, created_at, updated_at, device, user_agent, revoked_why ON auth.sessions FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_auth_sessions();

CREATE TRIGGER bounds_amr BEFORE UPDATE OF amr ON auth.sessions FOR EACH ROW WHEN ((new.amr IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_auth_sessions('amr');

CREATE TRIGGER touch BEFORE UPDATE ON auth.sessions FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY auth.sessions
    ADD CONSTRAINT sessions_user_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE auth.sessions ENABLE ROW LEVEL SECURITY;

CREATE POLICY sign_in ON auth.sessions TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY sign_in ON auth.sessions IS 'A sign-in comes before the choice of an organization; no login has a privilege on the table.';

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.sessions TO sb_gate;
