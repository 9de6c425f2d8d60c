-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE auth.factors (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    kind text NOT NULL,
    friendly_name text DEFAULT ''::text NOT NULL,
    sealed bytea NOT NULL,
    pad_proof bytea,
    last_step bigint,
    verified_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT factors_friendly_name_is_short CHECK ((length(friendly_name) <= 100)),
    CONSTRAINT factors_kind_known CHECK ((kind = 'totp'::text)),
    CONSTRAINT factors_pad_proof_in_range CHECK ((octet_length(pad_proof) = 32)),
    CONSTRAINT factors_sealed_in_range CHECK ((octet_length(sealed) = 20))
);

ALTER TABLE ONLY auth.factors FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.factors OWNER TO sb_owner;

COMMENT ON TABLE auth.factors IS 'Second factors of people: authenticator apps.';

COMMENT ON COLUMN auth.factors.sealed IS 'The secret that the app has, combined by exclusive or with a pad that the installation''s file makes.';

COMMENT ON COLUMN auth.factors.pad_proof IS 'sha256 of that pad, by which a lost or another file is noticed. It says nothing of the secret.';

COMMENT ON COLUMN auth.factors.last_step IS 'The step of the last code that passed; that one and older ones do not.';

COMMENT ON COLUMN auth.factors.verified_at IS 'Since when it is asked for; null: a code of it was never shown.';

ALTER TABLE ONLY auth.factors
    ADD CONSTRAINT factors_pkey PRIMARY KEY (id);

CREATE INDEX factors_user_idx ON auth.factors USING btree (user_id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF kind, friendly_name, sealed, pad_proof, last_step, verified_at, created_at, updated_at ON auth.factors FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_auth_factors();

CREATE TRIGGER touch BEFORE UPDATE ON auth.factors FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY auth.factors
    ADD CONSTRAINT factors_user_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE auth.factors ENABLE ROW LEVEL SECURITY;

CREATE POLICY sign_in ON auth.factors TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY sign_in ON auth.factors IS 'People belong to no organization; no login has a privilege on the table.';

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.factors TO sb_gate;
