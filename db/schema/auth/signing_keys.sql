-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE auth.signing_keys (
    kid text NOT NULL,
    sealed text NOT NULL,
    signs_from timestamp with time zone NOT NULL,
    ends_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT signing_keys_kid_given CHECK (((kid <> ''::text) AND (length(kid) <= 100))),
    CONSTRAINT signing_keys_sealed_given CHECK ((sealed <> ''::text))
);

ALTER TABLE ONLY auth.signing_keys FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.signing_keys OWNER TO sb_owner;

COMMENT ON TABLE auth.signing_keys IS 'Keys that sign access tokens.';

COMMENT ON COLUMN auth.signing_keys.sealed IS 'The key as a JWE, sealed by the installation''s file.';

COMMENT ON COLUMN auth.signing_keys.signs_from IS 'The time from which it signs; it is published before.';

COMMENT ON COLUMN auth.signing_keys.ends_at IS 'The time until which it is published; null: the newest.';

ALTER TABLE ONLY auth.signing_keys
    ADD CONSTRAINT signing_keys_pkey PRIMARY KEY (kid);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF kid, sealed, signs_from, ends_at, created_at ON auth.signing_keys FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_auth_signing_keys();

CREATE POLICY sign_in ON auth.signing_keys TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY sign_in ON auth.signing_keys IS 'Keys of the installation belong to no organization; no login has a privilege on the table.';

ALTER TABLE auth.signing_keys ENABLE ROW LEVEL SECURITY;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.signing_keys TO sb_gate;
