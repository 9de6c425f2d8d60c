-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.p256_has(p_x numeric, p_y numeric) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select coalesce(p_x >= 0 and p_x < c.p and p_y >= 0 and p_y < c.p
                    and (p_y * p_y - p_x * p_x * p_x + 3 * p_x - c.b) % c.p = 0, false)
      from seal_private.p256() c
$$;

ALTER FUNCTION seal_private.p256_has(p_x numeric, p_y numeric) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.p256_has(p_x numeric, p_y numeric) IS 'True if the point is one of P-256.';

REVOKE ALL ON FUNCTION seal_private.p256_has(p_x numeric, p_y numeric) FROM PUBLIC;
