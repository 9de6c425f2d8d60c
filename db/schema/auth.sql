-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE SCHEMA auth;

ALTER SCHEMA auth OWNER TO sealedbid;

COMMENT ON SCHEMA auth IS 'Sign-in, in the shape of Supabase Auth. Only seal_auth''s functions reach it.';

GRANT USAGE ON SCHEMA auth TO sb_gate;
GRANT USAGE ON SCHEMA auth TO sb_owner;
