-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE auth.sessions (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    not_after timestamp with time zone NOT NULL,
    user_agent text,
    ip inet,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY auth.sessions FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.sessions OWNER TO sb_owner;

COMMENT ON TABLE auth.sessions IS 'One row a sign-in; the secret that opens it is in seal_private.credentials.';

ALTER TABLE ONLY auth.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);

CREATE INDEX sessions_user_idx ON auth.sessions USING btree (user_id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF not_after, created_at, updated_at, user_agent ON auth.sessions FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_auth_sessions();

CREATE TRIGGER touch BEFORE UPDATE ON auth.sessions FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY auth.sessions
    ADD CONSTRAINT sessions_user_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE auth.sessions ENABLE ROW LEVEL SECURITY;

CREATE POLICY sign_in ON auth.sessions TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY sign_in ON auth.sessions IS 'A sign-in comes before the choice of an organization; no login has a privilege on the table.';

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.sessions TO sb_gate;
