-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.is_copy(p_before bigint, p_now bigint) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select (p_before > 0 or p_now > 0) and p_now <= p_before
$$;

ALTER FUNCTION seal_private.is_copy(p_before bigint, p_now bigint) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.is_copy(p_before bigint, p_now bigint) IS 'copies of passkeys are noticed';

REVOKE ALL ON FUNCTION seal_private.is_copy(p_before bigint, p_now bigint) FROM PUBLIC;
