-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE SCHEMA core;

ALTER SCHEMA core OWNER TO sealedbid;

COMMENT ON SCHEMA core IS 'Functions that write organizations and memberships. Tables stand in public.';

GRANT USAGE ON SCHEMA core TO sb_api;
GRANT USAGE ON SCHEMA core TO sb_gate;
