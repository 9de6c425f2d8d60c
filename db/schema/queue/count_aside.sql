-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.count_aside() RETURNS TABLE(task text, count bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select s.task, count(*) from queue.set_aside s group by s.task order by s.task
$$;

ALTER FUNCTION queue.count_aside() OWNER TO sb_queue;

COMMENT ON FUNCTION queue.count_aside() IS 'The number of rows that were set aside, by the part of the maintenance.';

REVOKE ALL ON FUNCTION queue.count_aside() FROM PUBLIC;
GRANT ALL ON FUNCTION queue.count_aside() TO sb_dispatch;
