-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE auth.passkeys (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid NOT NULL,
    credential_id bytea NOT NULL,
    rp_id text NOT NULL,
    algorithm integer NOT NULL,
    key bytea NOT NULL,
    exponent integer,
    counter bigint NOT NULL,
    can_sync boolean NOT NULL,
    is_synced boolean NOT NULL,
    transports text[] DEFAULT '{}'::text[] NOT NULL,
    friendly_name text NOT NULL,
    last_used_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT passkeys_counter_in_range CHECK (((counter >= 0) AND (counter <= '4294967295'::bigint))),
    CONSTRAINT passkeys_credential_id_in_range CHECK (((octet_length(credential_id) >= 16) AND (octet_length(credential_id) <= 1023))),
    CONSTRAINT passkeys_friendly_name_is_short CHECK (((length(friendly_name) >= 1) AND (length(friendly_name) <= 120))),
    CONSTRAINT passkeys_key_whole CHECK ((((algorithm = '-7'::integer) AND (octet_length(key) = 64) AND (exponent IS NULL)) OR ((algorithm = '-257'::integer) AND ((octet_length(key) >= 256) AND (octet_length(key) <= 512)) AND (exponent = ANY (ARRAY[3, 65537]))))),
    CONSTRAINT passkeys_rp_id_is_short CHECK (((length(rp_id) >= 1) AND (length(rp_id) <= 253))),
    CONSTRAINT passkeys_synced_can_sync CHECK ((can_sync OR (NOT is_synced))),
    CONSTRAINT passkeys_transports_known CHECK (((transports <@ '{ble,hybrid,internal,nfc,smart-card,usb}'::text[]) AND (cardinality(transports) <= 6)))
);

ALTER TABLE ONLY auth.passkeys FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.passkeys OWNER TO sb_owner;

COMMENT ON TABLE auth.passkeys IS 'Passkeys of people: public keys, whose other halves their devices keep.';

COMMENT ON COLUMN auth.passkeys.credential_id IS 'The id that the device made; nobody else knows it.';

COMMENT ON COLUMN auth.passkeys.rp_id IS 'The name that the device made the key for, the host of the installation; it signs for no other.';

COMMENT ON COLUMN auth.passkeys.algorithm IS 'Of COSE: -7, ECDSA on P-256 with SHA-256; -257, RSA with SHA-256.';

COMMENT ON COLUMN auth.passkeys.key IS 'P-256: x and y, 32 bytes each. RSA: the modulus, 256 to 512 bytes.';

COMMENT ON COLUMN auth.passkeys.exponent IS 'Of RSA; null: P-256.';

COMMENT ON COLUMN auth.passkeys.counter IS 'The device''s count of signatures at the last one; 0: it has none. One that does not grow is of a copy.';

COMMENT ON COLUMN auth.passkeys.can_sync IS 'True if the device may copy it to others of the person; never changes.';

COMMENT ON COLUMN auth.passkeys.is_synced IS 'True if there was such a copy at the last sign-in.';

COMMENT ON COLUMN auth.passkeys.transports IS 'Ways to the device, as the browser said when it was added.';

ALTER TABLE ONLY auth.passkeys
    ADD CONSTRAINT passkeys_pkey PRIMARY KEY (id);

CREATE UNIQUE INDEX passkeys_credential_key ON auth.passkeys USING btree (credential_id);

CREATE INDEX passkeys_user_idx ON auth.passkeys USING btree (user_id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF credential_id, key, rp_id, friendly_name, counter, last_used_at, created_at, updated_at ON auth.passkeys FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_auth_passkeys();

CREATE TRIGGER bounds_transports BEFORE UPDATE OF transports ON auth.passkeys FOR EACH ROW WHEN ((new.transports IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_auth_passkeys('transports');

CREATE TRIGGER touch BEFORE UPDATE ON auth.passkeys FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY auth.passkeys
    ADD CONSTRAINT passkeys_user_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE auth.passkeys ENABLE ROW LEVEL SECURITY;

CREATE POLICY sign_in ON auth.passkeys TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY sign_in ON auth.passkeys IS 'People belong to no organization; no login has a privilege on the table.';

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.passkeys TO sb_gate;
