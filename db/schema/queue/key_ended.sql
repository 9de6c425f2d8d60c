-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.key_ended() RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN 'the API key that set it has ended'::text;

ALTER FUNCTION queue.key_ended() OWNER TO sb_gate;

COMMENT ON FUNCTION queue.key_ended() IS 'The reason that is stored if a schedule is switched off because its key was revoked or has expired.';

REVOKE ALL ON FUNCTION queue.key_ended() FROM PUBLIC;
