-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE seal_private.credentials (
    stored bytea NOT NULL,
    kind text NOT NULL,
    user_id uuid,
    org_id uuid,
    subject uuid NOT NULL,
    rank_cap smallint DEFAULT 4 NOT NULL,
    aal smallint DEFAULT 1 NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT credentials_aal_known CHECK ((aal = ANY (ARRAY[1, 2]))),
    CONSTRAINT credentials_kind_known CHECK ((kind = ANY (ARRAY['session'::text, 'key'::text, 'link'::text, 'invitation'::text]))),
    CONSTRAINT credentials_rank_known CHECK (((rank_cap >= 0) AND (rank_cap <= 4))),
    CONSTRAINT credentials_session_has_no_org CHECK (((kind = 'session'::text) = (org_id IS NULL))),
    CONSTRAINT credentials_session_has_user CHECK (((kind <> 'session'::text) OR (user_id IS NOT NULL))),
    CONSTRAINT credentials_stored_is_sha256 CHECK ((octet_length(stored) = 32))
);

ALTER TABLE ONLY seal_private.credentials FORCE ROW LEVEL SECURITY;

ALTER TABLE seal_private.credentials OWNER TO sb_seal;

COMMENT ON TABLE seal_private.credentials IS 'Sessions, API keys, links and invitations: what opens a context. No login reads it.';

COMMENT ON COLUMN seal_private.credentials.stored IS 'sha256(proof). The proof is sha256 of the secret.';

COMMENT ON COLUMN seal_private.credentials.user_id IS 'The person of the session, or the one who made the key, the link or the invitation.';

COMMENT ON COLUMN seal_private.credentials.subject IS 'The row that people see: auth session, api_keys, share_links, invitations.';

COMMENT ON COLUMN seal_private.credentials.rank_cap IS 'The context ranks no higher, whatever the membership says.';

COMMENT ON COLUMN seal_private.credentials.aal IS 'Factors that its holder has shown (NIST SP 800-63B): 2 opens organizations that ask for a second one.';

ALTER TABLE ONLY seal_private.credentials
    ADD CONSTRAINT credentials_pkey PRIMARY KEY (stored);

CREATE INDEX credentials_expires_idx ON seal_private.credentials USING btree (expires_at);

CREATE INDEX credentials_org_user_idx ON seal_private.credentials USING btree (org_id, user_id);

CREATE INDEX credentials_subject_idx ON seal_private.credentials USING btree (subject);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF stored, expires_at, revoked_at, created_at ON seal_private.credentials FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_seal_private_credentials();

ALTER TABLE seal_private.credentials ENABLE ROW LEVEL SECURITY;

CREATE POLICY only_the_seal ON seal_private.credentials TO sb_seal USING (true) WITH CHECK (true);

COMMENT ON POLICY only_the_seal ON seal_private.credentials IS 'Openings look a credential up before there is a context; no login has a privilege on the table.';
