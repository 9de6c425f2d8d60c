-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE SCHEMA system;

ALTER SCHEMA system OWNER TO sealedbid;

COMMENT ON SCHEMA system IS 'Functions over the audit log and the settings of the installation.';

GRANT USAGE ON SCHEMA system TO sb_tenant;
GRANT USAGE ON SCHEMA system TO sb_gate;
GRANT USAGE ON SCHEMA system TO sb_queue;
