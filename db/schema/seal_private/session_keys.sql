-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE seal_private.session_keys (
    session_id uuid NOT NULL,
    refresh_key bytea DEFAULT sha256((uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))) NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT session_keys_refresh_key_in_range CHECK ((octet_length(refresh_key) = 32))
);

ALTER TABLE ONLY seal_private.session_keys FORCE ROW LEVEL SECURITY;

ALTER TABLE seal_private.session_keys OWNER TO sb_owner;

COMMENT ON TABLE seal_private.session_keys IS 'Keys that authenticate the refresh tokens of sessions. No login reads it. A backup leaves its rows out, so after a restore everybody signs in again.';

ALTER TABLE ONLY seal_private.session_keys
    ADD CONSTRAINT session_keys_pkey PRIMARY KEY (session_id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF refresh_key, created_at ON seal_private.session_keys FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_seal_private_session_keys();

ALTER TABLE seal_private.session_keys ENABLE ROW LEVEL SECURITY;

CREATE POLICY sign_in ON seal_private.session_keys TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY sign_in ON seal_private.session_keys IS 'A refresh token is shown before there is a context; no login has a privilege on the table.';

GRANT SELECT,INSERT,DELETE ON TABLE seal_private.session_keys TO sb_gate;
