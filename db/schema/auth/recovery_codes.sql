-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE auth.recovery_codes (
    user_id uuid NOT NULL,
    stored bytea NOT NULL,
    used_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT recovery_codes_stored_in_range CHECK ((octet_length(stored) = 32))
);

ALTER TABLE ONLY auth.recovery_codes FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.recovery_codes OWNER TO sb_owner;

COMMENT ON TABLE auth.recovery_codes IS 'Codes that stand in for a factor, each once.';

COMMENT ON COLUMN auth.recovery_codes.stored IS 'sha256 of the person''s id and the ten bytes of the code.';

ALTER TABLE ONLY auth.recovery_codes
    ADD CONSTRAINT recovery_codes_pkey PRIMARY KEY (user_id, stored);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF stored, used_at, created_at ON auth.recovery_codes FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_auth_recovery_codes();

ALTER TABLE ONLY auth.recovery_codes
    ADD CONSTRAINT recovery_codes_user_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE auth.recovery_codes ENABLE ROW LEVEL SECURITY;

CREATE POLICY sign_in ON auth.recovery_codes TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY sign_in ON auth.recovery_codes IS 'People belong to no organization; no login has a privilege on the table.';

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.recovery_codes TO sb_gate;
