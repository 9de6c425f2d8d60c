-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.whole_number(p_bytes bytea) RETURNS numeric
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select ('0x0' || encode(p_bytes, 'hex'))::numeric
$$;

ALTER FUNCTION seal_private.whole_number(p_bytes bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.whole_number(p_bytes bytea) IS 'The number whose bytes these are, the highest first.';

REVOKE ALL ON FUNCTION seal_private.whole_number(p_bytes bytea) FROM PUBLIC;
