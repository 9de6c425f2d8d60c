-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.count_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.lock_version := old.lock_version + 1;
    return new;
end $$;

ALTER FUNCTION seal_private.count_change() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.count_change() IS 'a trigger: counts changes in lock_version';

REVOKE ALL ON FUNCTION seal_private.count_change() FROM PUBLIC;
