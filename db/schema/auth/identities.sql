-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE auth.identities (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    provider text NOT NULL,
    provider_id text NOT NULL,
    email text,
    email_verified boolean DEFAULT false NOT NULL,
    full_name text DEFAULT ''::text NOT NULL,
    last_sign_in_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT identities_email_is_short CHECK ((length(email) <= 320)),
    CONSTRAINT identities_full_name_is_short CHECK ((length(full_name) <= 200)),
    CONSTRAINT identities_provider_id_given CHECK (((provider_id <> ''::text) AND (length(provider_id) <= 255))),
    CONSTRAINT identities_provider_known CHECK ((provider = ANY (ARRAY['google'::text, 'github'::text])))
);

ALTER TABLE ONLY auth.identities FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.identities OWNER TO sb_owner;

COMMENT ON TABLE auth.identities IS 'Accounts at providers that people sign in by.';

COMMENT ON COLUMN auth.identities.provider_id IS 'The provider''s own name for the account, which does not change.';

COMMENT ON COLUMN auth.identities.email IS 'The address there, as it was last said; nothing hangs on it.';

COMMENT ON COLUMN auth.identities.email_verified IS 'True if the provider says that it has seen mail arrive there.';

ALTER TABLE ONLY auth.identities
    ADD CONSTRAINT identities_pkey PRIMARY KEY (id);

CREATE UNIQUE INDEX identities_provider_key ON auth.identities USING btree (provider, provider_id);

CREATE INDEX identities_user_idx ON auth.identities USING btree (user_id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF provider_id, email, full_name, last_sign_in_at, created_at, updated_at ON auth.identities FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_auth_identities();

CREATE TRIGGER touch BEFORE UPDATE ON auth.identities FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY auth.identities
    ADD CONSTRAINT identities_user_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE auth.identities ENABLE ROW LEVEL SECURITY;

CREATE POLICY sign_in ON auth.identities TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY sign_in ON auth.identities IS 'People belong to no organization; no login has a privilege on the table.';

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.identities TO sb_gate;
