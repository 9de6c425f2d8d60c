-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.wake_worker() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if exists (select from queue.workers w where w.is_idle and w.beat_at + w.ttl > queue.now()) then
        perform pg_notify('sealedbid_jobs', '');
    end if;
    return null;
end $$;

ALTER FUNCTION seal_private.wake_worker() OWNER TO sb_queue;

COMMENT ON FUNCTION seal_private.wake_worker() IS 'a trigger: whether a worker waits is no tenant''s to see';

REVOKE ALL ON FUNCTION seal_private.wake_worker() FROM PUBLIC;
