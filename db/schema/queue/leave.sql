-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.leave(p_worker uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    delete from queue.workers w where w.id = p_worker
$$;

ALTER FUNCTION queue.leave(p_worker uuid) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.leave(p_worker uuid) IS 'A worker that ends. What it still holds is rescued at once.';

REVOKE ALL ON FUNCTION queue.leave(p_worker uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.leave(p_worker uuid) TO sb_dispatch;
