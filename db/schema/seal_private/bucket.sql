-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bucket(p_what text, p_value text) RETURNS bytea
    LANGUAGE sql IMMUTABLE STRICT
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select sha256(convert_to(p_what || ':' || p_value, 'UTF8'))
$$;

ALTER FUNCTION seal_private.bucket(p_what text, p_value text) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.bucket(p_what text, p_value text) IS 'what tries are counted by';

REVOKE ALL ON FUNCTION seal_private.bucket(p_what text, p_value text) FROM PUBLIC;
