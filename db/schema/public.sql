-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

GRANT USAGE ON SCHEMA public TO sb_owner;
GRANT USAGE ON SCHEMA public TO sb_tenant;
GRANT USAGE ON SCHEMA public TO sb_seal;
GRANT USAGE ON SCHEMA public TO sb_gate;
GRANT USAGE ON SCHEMA public TO sb_queue;
