-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE SCHEMA seal;

ALTER SCHEMA seal OWNER TO sealedbid;

COMMENT ON SCHEMA seal IS 'Functions that requests and jobs may call: openings, and reading the context.';

GRANT USAGE ON SCHEMA seal TO sb_tenant;
GRANT USAGE ON SCHEMA seal TO sb_seal;
GRANT USAGE ON SCHEMA seal TO sb_gate;
GRANT USAGE ON SCHEMA seal TO sb_queue;
