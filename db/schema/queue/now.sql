-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.now() RETURNS timestamp with time zone
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN statement_timestamp();

ALTER FUNCTION queue.now() OWNER TO sb_queue;

COMMENT ON FUNCTION queue.now() IS 'The clock of the queue: when the statement arrived.';

REVOKE ALL ON FUNCTION queue.now() FROM PUBLIC;
GRANT ALL ON FUNCTION queue.now() TO sb_tenant;
GRANT ALL ON FUNCTION queue.now() TO sb_gate;
GRANT ALL ON FUNCTION queue.now() TO sb_seal;
