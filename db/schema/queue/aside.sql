-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.aside() RETURNS TABLE(task text, org_id uuid, row_id uuid, reason text, tries integer, first_at timestamp with time zone, retry_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select s.task, s.org_id, s.row_id, s.reason, s.tries, s.first_at, s.retry_at from queue.set_aside s
     order by s.first_at, s.task, s.org_id, s.row_id limit 1000
$$;

ALTER FUNCTION queue.aside() OWNER TO sb_queue;

COMMENT ON FUNCTION queue.aside() IS 'The rows that were set aside, oldest first, a thousand at most. For the operator.';

REVOKE ALL ON FUNCTION queue.aside() FROM PUBLIC;
GRANT ALL ON FUNCTION queue.aside() TO sb_dispatch;
