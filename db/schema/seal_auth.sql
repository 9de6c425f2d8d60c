-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE SCHEMA seal_auth;

ALTER SCHEMA seal_auth OWNER TO sealedbid;

COMMENT ON SCHEMA seal_auth IS 'Functions that only the sign-in code may call.';

GRANT USAGE ON SCHEMA seal_auth TO sb_auth;
GRANT USAGE ON SCHEMA seal_auth TO sb_gate;
