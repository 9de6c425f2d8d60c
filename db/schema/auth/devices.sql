-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE auth.devices (
    user_id uuid NOT NULL,
    device bytea NOT NULL,
    aal smallint DEFAULT 1 NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT devices_aal_known CHECK ((aal = ANY (ARRAY[1, 2]))),
    CONSTRAINT devices_device_in_range CHECK ((octet_length(device) = 32))
);

ALTER TABLE ONLY auth.devices FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.devices OWNER TO sb_owner;

COMMENT ON TABLE auth.devices IS 'Browsers that a person signed in with, to the end: of whoever has a second factor, those that showed one.';

COMMENT ON COLUMN auth.devices.device IS 'sha256 of the browser''s cookie, 256 random bits.';

COMMENT ON COLUMN auth.devices.aal IS 'The most factors that were shown on it: tries of the second one ask for 2.';

ALTER TABLE ONLY auth.devices
    ADD CONSTRAINT devices_pkey PRIMARY KEY (user_id, device);

CREATE INDEX devices_seen_idx ON auth.devices USING btree (seen_at);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF device, seen_at ON auth.devices FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_auth_devices();

ALTER TABLE ONLY auth.devices
    ADD CONSTRAINT devices_user_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE auth.devices ENABLE ROW LEVEL SECURITY;

CREATE POLICY sign_in ON auth.devices TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY sign_in ON auth.devices IS 'People belong to no organization; no login has a privilege on the table.';

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.devices TO sb_gate;
