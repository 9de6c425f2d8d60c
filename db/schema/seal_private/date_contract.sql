-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.date_contract() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.signed_at := now();
    return new;
end $$;

ALTER FUNCTION seal_private.date_contract() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.date_contract() IS 'a trigger: when a contract was signed';

REVOKE ALL ON FUNCTION seal_private.date_contract() FROM PUBLIC;
