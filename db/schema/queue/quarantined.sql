-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.quarantined() RETURNS TABLE(org_id uuid, until timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select q.org_id, q.until from queue.quarantines q order by q.org_id
$$;

ALTER FUNCTION queue.quarantined() OWNER TO sb_queue;

COMMENT ON FUNCTION queue.quarantined() IS 'Organizations whose jobs run in processes of their own, and until when at least.';

REVOKE ALL ON FUNCTION queue.quarantined() FROM PUBLIC;
GRANT ALL ON FUNCTION queue.quarantined() TO sb_dispatch;
