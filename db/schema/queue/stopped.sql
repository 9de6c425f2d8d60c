-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.stopped() RETURNS TABLE(org_id uuid, job_type text, reason text, stopped_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select nullif(s.org_id, '00000000-0000-0000-0000-000000000000'), s.job_type, s.reason, s.stopped_at
      from queue.stops s order by s.stopped_at
$$;

ALTER FUNCTION queue.stopped() OWNER TO sb_queue;

COMMENT ON FUNCTION queue.stopped() IS 'The stops and their reasons. A null organization stands for all.';

REVOKE ALL ON FUNCTION queue.stopped() FROM PUBLIC;
GRANT ALL ON FUNCTION queue.stopped() TO sb_dispatch;
