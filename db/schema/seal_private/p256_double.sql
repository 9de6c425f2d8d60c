-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.p256_double(p_point numeric[], p numeric) RETURNS numeric[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_z2 constant numeric := p_point[3] * p_point[3] % p;
    v_y2 constant numeric := p_point[2] * p_point[2] % p;
    v_b  constant numeric := p_point[1] * v_y2 % p;
    v_a  constant numeric := 3 * (p_point[1] - v_z2) * (p_point[1] + v_z2) % p;
    v_x  constant numeric := (v_a * v_a - 8 * v_b) % p;
begin
    return array[v_x, (v_a * (4 * v_b - v_x) - 8 * v_y2 * v_y2) % p, 2 * p_point[2] * p_point[3] % p];
end $$;

ALTER FUNCTION seal_private.p256_double(p_point numeric[], p numeric) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.p256_double(p_point numeric[], p numeric) IS 'signatures of passkeys';

REVOKE ALL ON FUNCTION seal_private.p256_double(p_point numeric[], p numeric) FROM PUBLIC;
