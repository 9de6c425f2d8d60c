-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.register(p_host text, p_pid integer, p_ttl interval) RETURNS uuid
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    insert into queue.workers (host, pid, ttl) values (p_host, p_pid, p_ttl) returning id
$$;

ALTER FUNCTION queue.register(p_host text, p_pid integer, p_ttl interval) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.register(p_host text, p_pid integer, p_ttl interval) IS 'A worker that starts; so long after its last beat it counts as dead. Its id.';

REVOKE ALL ON FUNCTION queue.register(p_host text, p_pid integer, p_ttl interval) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.register(p_host text, p_pid integer, p_ttl interval) TO sb_dispatch;
