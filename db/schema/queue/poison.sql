-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.poison() RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    RETURN jsonb_build_object('reason', 'it ended its process three times while it ran alone');

ALTER FUNCTION queue.poison() OWNER TO sb_queue;

COMMENT ON FUNCTION queue.poison() IS 'The error of a job that is dead because it crashed three times alone.';

REVOKE ALL ON FUNCTION queue.poison() FROM PUBLIC;
