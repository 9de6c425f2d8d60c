-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.touch() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.updated_at := now();
    return new;
end $$;

ALTER FUNCTION seal_private.touch() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.touch() IS 'a trigger: keeps updated_at';

REVOKE ALL ON FUNCTION seal_private.touch() FROM PUBLIC;
