-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION system.key_ended() RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN 'the API key that set it has ended'::text;

ALTER FUNCTION system.key_ended() OWNER TO sb_gate;

COMMENT ON FUNCTION system.key_ended() IS 'Why a schedule is switched off whose key was revoked or has expired.';

REVOKE ALL ON FUNCTION system.key_ended() FROM PUBLIC;
