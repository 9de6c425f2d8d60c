-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.stamp_updated_by() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.updated_by := seal.user_id();
    return new;
end $$;

ALTER FUNCTION seal_private.stamp_updated_by() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.stamp_updated_by() IS 'a trigger: who wrote last, from the context';

REVOKE ALL ON FUNCTION seal_private.stamp_updated_by() FROM PUBLIC;
