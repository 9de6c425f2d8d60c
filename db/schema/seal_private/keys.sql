-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE seal_private.keys (
    purpose text NOT NULL,
    version integer NOT NULL,
    ipad bytea NOT NULL,
    opad bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone,
    CONSTRAINT keys_ipad_is_a_block CHECK ((octet_length(ipad) = 64)),
    CONSTRAINT keys_opad_is_a_block CHECK ((octet_length(opad) = 64))
);

ALTER TABLE ONLY seal_private.keys FORCE ROW LEVEL SECURITY;

ALTER TABLE seal_private.keys OWNER TO sb_seal;

COMMENT ON TABLE seal_private.keys IS 'Keys for message authentication. No login reads it. A backup leaves its rows out; a restore makes new ones.';

COMMENT ON COLUMN seal_private.keys.purpose IS 'context: authenticates the context of a transaction. The others: see the files that use them.';

COMMENT ON COLUMN seal_private.keys.ipad IS 'key xor 0x36, 64 bytes (RFC 2104).';

COMMENT ON COLUMN seal_private.keys.opad IS 'key xor 0x5c, 64 bytes (RFC 2104).';

COMMENT ON COLUMN seal_private.keys.expires_at IS 'Set when a newer version takes over: contexts that are open live on until then.';

ALTER TABLE ONLY seal_private.keys
    ADD CONSTRAINT keys_pkey PRIMARY KEY (purpose, version);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF purpose, ipad, opad, created_at, expires_at ON seal_private.keys FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_seal_private_keys();

ALTER TABLE seal_private.keys ENABLE ROW LEVEL SECURITY;

CREATE POLICY only_the_seal ON seal_private.keys TO sb_seal USING (true) WITH CHECK (true);

COMMENT ON POLICY only_the_seal ON seal_private.keys IS 'Keys belong to no organization; no login has a privilege on the table.';
