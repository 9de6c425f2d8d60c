-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.wait(p_worker uuid, p_idle boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform set_config('synchronous_commit', 'off', true);
    update queue.workers w set is_idle = p_idle where w.id = p_worker and w.is_idle <> p_idle;
end $$;

ALTER FUNCTION queue.wait(p_worker uuid, p_idle boolean) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.wait(p_worker uuid, p_idle boolean) IS 'Records if a worker wants to be woken (LISTEN sealedbid_jobs). Claim once more after calling it.';

REVOKE ALL ON FUNCTION queue.wait(p_worker uuid, p_idle boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.wait(p_worker uuid, p_idle boolean) TO sb_dispatch;
