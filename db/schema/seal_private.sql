-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE SCHEMA seal_private;

ALTER SCHEMA seal_private OWNER TO sealedbid;

COMMENT ON SCHEMA seal_private IS 'Keys, credentials, and what the other functions share. No login has USAGE.';

GRANT USAGE ON SCHEMA seal_private TO sb_seal;
GRANT USAGE ON SCHEMA seal_private TO sb_gate;
GRANT USAGE ON SCHEMA seal_private TO sb_queue;
