-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.schedule_job() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.status := 'scheduled';
    return new;
end $$;

ALTER FUNCTION seal_private.schedule_job() OWNER TO sb_queue;

COMMENT ON FUNCTION seal_private.schedule_job() IS 'a trigger: what is asked for later waits';

REVOKE ALL ON FUNCTION seal_private.schedule_job() FROM PUBLIC;
