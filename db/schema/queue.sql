-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE SCHEMA queue;

ALTER SCHEMA queue OWNER TO sealedbid;

COMMENT ON SCHEMA queue IS 'Functions over jobs: claiming for the dispatcher, finishing for job bodies, stops and schedules for requests.';

GRANT USAGE ON SCHEMA queue TO sb_api;
GRANT USAGE ON SCHEMA queue TO sb_worker;
GRANT USAGE ON SCHEMA queue TO sb_dispatch;
GRANT USAGE ON SCHEMA queue TO sb_queue;
GRANT USAGE ON SCHEMA queue TO sb_gate;
GRANT USAGE ON SCHEMA queue TO sb_seal;
GRANT USAGE ON SCHEMA queue TO sb_owner;
