-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.p256_verifies(p_x numeric, p_y numeric, p_hash bytea, p_r numeric, p_s numeric) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_curve constant record := seal_private.p256();
    v_w     numeric;
    v_u     numeric;
    v_v     numeric;
    v_point numeric[];
begin
    if (octet_length(p_hash) = 32 and p_r between 1 and v_curve.n - 1 and p_s between 1 and v_curve.n - 1
        and seal_private.p256_has(p_x, p_y)) is not true then
        return false;
    end if;
    v_w := (seal_private.inverse(p_s, v_curve.n) + v_curve.n) % v_curve.n;
    v_u := seal_private.whole_number(p_hash) * v_w % v_curve.n;
    v_v := p_r * v_w % v_curve.n;
    v_point := seal_private.p256_affine(seal_private.p256_sum(v_u, v_v, p_x, p_y), v_curve.p);
    return coalesce(v_point[1] % v_curve.n = p_r, false);
end $$;

ALTER FUNCTION seal_private.p256_verifies(p_x numeric, p_y numeric, p_hash bytea, p_r numeric, p_s numeric) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.p256_verifies(p_x numeric, p_y numeric, p_hash bytea, p_r numeric, p_s numeric) IS 'True if (r, s) is a signature of the SHA-256 by the key (x, y). Never null: what is missing or out of range is no signature. An s in the upper half is one.';

REVOKE ALL ON FUNCTION seal_private.p256_verifies(p_x numeric, p_y numeric, p_hash bytea, p_r numeric, p_s numeric) FROM PUBLIC;
