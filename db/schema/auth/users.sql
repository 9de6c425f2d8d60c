-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE auth.users (
    id uuid DEFAULT seal.new_id() NOT NULL,
    email text NOT NULL,
    email_confirmed_at timestamp with time zone,
    password_salt bytea,
    password_proof bytea,
    password_set_at timestamp with time zone,
    raw_user_meta_data jsonb DEFAULT '{}'::jsonb NOT NULL,
    raw_app_meta_data jsonb DEFAULT '{}'::jsonb NOT NULL,
    banned_until timestamp with time zone,
    last_sign_in_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT users_app_meta_is_object CHECK ((jsonb_typeof(raw_app_meta_data) = 'object'::text)),
    CONSTRAINT users_email_is_an_address CHECK (((email ~ '^[^@\s]+@[^@\s]+$'::text) AND (length(email) <= 320))),
    CONSTRAINT users_password_is_whole CHECK ((num_nulls(password_salt, password_proof, password_set_at) = ANY (ARRAY[0, 3]))),
    CONSTRAINT users_password_proof_in_range CHECK ((octet_length(password_proof) = 32)),
    CONSTRAINT users_password_salt_in_range CHECK ((octet_length(password_salt) = 16)),
    CONSTRAINT users_user_meta_is_object CHECK ((jsonb_typeof(raw_user_meta_data) = 'object'::text))
);

ALTER TABLE ONLY auth.users FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.users OWNER TO sb_owner;

COMMENT ON TABLE auth.users IS 'One row a person who can sign in.';

COMMENT ON COLUMN auth.users.email_confirmed_at IS 'Since when the address is known to be theirs; null: they only say so.';

COMMENT ON COLUMN auth.users.password_salt IS 'Salt with which argon2id derives 32 bytes from the password, outside the database; null: there is none.';

COMMENT ON COLUMN auth.users.password_proof IS 'sha256 of the 32 bytes: whoever reads it still has to show what it is made of.';

COMMENT ON COLUMN auth.users.raw_user_meta_data IS 'The person can edit it: never a source of rights.';

ALTER TABLE ONLY auth.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);

CREATE UNIQUE INDEX users_email_key ON auth.users USING btree (lower(email));

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF email, email_confirmed_at, password_set_at, banned_until, last_sign_in_at, created_at, updated_at, password_salt, password_proof ON auth.users FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_auth_users();

CREATE TRIGGER bounds_raw_app_meta_data BEFORE UPDATE OF raw_app_meta_data ON auth.users FOR EACH ROW WHEN ((new.raw_app_meta_data IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_auth_users('raw_app_meta_data');

CREATE TRIGGER bounds_raw_user_meta_data BEFORE UPDATE OF raw_user_meta_data ON auth.users FOR EACH ROW WHEN ((new.raw_user_meta_data IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_auth_users('raw_user_meta_data');

CREATE TRIGGER touch BEFORE UPDATE ON auth.users FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

CREATE POLICY sign_in ON auth.users TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY sign_in ON auth.users IS 'People exist before they belong to an organization; no login has a privilege on the table.';

ALTER TABLE auth.users ENABLE ROW LEVEL SECURITY;

GRANT SELECT,INSERT,UPDATE ON TABLE auth.users TO sb_gate;
