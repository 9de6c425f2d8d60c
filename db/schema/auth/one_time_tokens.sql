-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE auth.one_time_tokens (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid,
    kind text NOT NULL,
    email text NOT NULL,
    stored bytea NOT NULL,
    password_salt bytea,
    password_proof bytea,
    user_meta jsonb DEFAULT '{}'::jsonb NOT NULL,
    relates_to uuid,
    attempts integer DEFAULT 0 NOT NULL,
    ticket bytea,
    tried_by bigint,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT one_time_tokens_attempts_not_negative CHECK ((attempts >= 0)),
    CONSTRAINT one_time_tokens_email_is_an_address CHECK (((email ~ '^[^@\s\u007f-\u009f]+@[^@\s\u007f-\u009f]+$'::text) AND (length(email) <= 320))),
    CONSTRAINT one_time_tokens_kind_known CHECK ((kind = ANY (ARRAY['signup'::text, 'recovery'::text, 'magic'::text, 'email_old'::text, 'email_new'::text, 'reauth'::text]))),
    CONSTRAINT one_time_tokens_password_proof_in_range CHECK ((octet_length(password_proof) = 32)),
    CONSTRAINT one_time_tokens_password_salt_in_range CHECK ((octet_length(password_salt) = 16)),
    CONSTRAINT one_time_tokens_password_whole CHECK ((num_nulls(password_salt, password_proof) = ANY (ARRAY[0, 2]))),
    CONSTRAINT one_time_tokens_stored_in_range CHECK ((octet_length(stored) = 32)),
    CONSTRAINT one_time_tokens_ticket_in_range CHECK ((octet_length(ticket) = 32)),
    CONSTRAINT one_time_tokens_user_meta_is_object CHECK ((jsonb_typeof(user_meta) = 'object'::text))
);

ALTER TABLE ONLY auth.one_time_tokens FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.one_time_tokens OWNER TO sb_owner;

COMMENT ON TABLE auth.one_time_tokens IS 'Links and codes of mails, each for one use.';

COMMENT ON COLUMN auth.one_time_tokens.user_id IS 'Null: there was no account when it was asked for.';

COMMENT ON COLUMN auth.one_time_tokens.email IS 'The address that it was sent to: whoever shows the secret reads mail there.';

COMMENT ON COLUMN auth.one_time_tokens.stored IS 'sha256 of the secret, see seal_private.one_time_secret().';

COMMENT ON COLUMN auth.one_time_tokens.password_salt IS 'signup: of the password that the account will have.';

COMMENT ON COLUMN auth.one_time_tokens.password_proof IS 'signup: of the password that the account will have.';

COMMENT ON COLUMN auth.one_time_tokens.user_meta IS 'signup, magic: what the person says of themselves.';

COMMENT ON COLUMN auth.one_time_tokens.relates_to IS 'email_old, email_new: the token of the other address. reauth: the session that asked.';

COMMENT ON COLUMN auth.one_time_tokens.attempts IS 'Codes that were tried; five end it. The link is not counted.';

COMMENT ON COLUMN auth.one_time_tokens.ticket IS 'sha256 of what the try with the right code was answered with, or of what nobody knows; null: no try yet.';

COMMENT ON COLUMN auth.one_time_tokens.tried_by IS 'The transaction of the last try. Another one finishes, so that a try counts before anybody knows its outcome.';

ALTER TABLE ONLY auth.one_time_tokens
    ADD CONSTRAINT one_time_tokens_pkey PRIMARY KEY (id);

CREATE INDEX one_time_tokens_email_idx ON auth.one_time_tokens USING btree (lower(email), kind, created_at DESC);

CREATE INDEX one_time_tokens_expires_idx ON auth.one_time_tokens USING btree (expires_at);

CREATE UNIQUE INDEX one_time_tokens_stored_key ON auth.one_time_tokens USING btree (stored);

CREATE INDEX one_time_tokens_user_idx ON auth.one_time_tokens USING btree (user_id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF email, stored, password_salt, password_proof, ticket, tried_by, expires_at, used_at, created_at, updated_at ON auth.one_time_tokens FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_auth_one_time_tokens();

CREATE TRIGGER bounds_user_meta BEFORE UPDATE OF user_meta ON auth.one_time_tokens FOR EACH ROW WHEN ((new.user_meta IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_auth_one_time_tokens('user_meta');

CREATE TRIGGER touch BEFORE UPDATE ON auth.one_time_tokens FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY auth.one_time_tokens
    ADD CONSTRAINT one_time_tokens_user_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE auth.one_time_tokens ENABLE ROW LEVEL SECURITY;

CREATE POLICY sign_in ON auth.one_time_tokens TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY sign_in ON auth.one_time_tokens IS 'A person proves an address before there is an account; no login has a privilege on the table.';

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.one_time_tokens TO sb_gate;
