-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.p256_add(p_point numeric[], p_x numeric, p_y numeric, p numeric) RETURNS numeric[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_z2 constant numeric := p_point[3] * p_point[3] % p;
    v_h  constant numeric := (p_x * v_z2 - p_point[1]) % p;
    v_r  constant numeric := (p_y * p_point[3] % p * v_z2 - p_point[2]) % p;
    v_h2 numeric;
    v_h3 numeric;
    v_v  numeric;
    v_x  numeric;
begin
    if p_point[3] = 0 then
        return array[p_x, p_y, 1];
    elsif v_h = 0 and v_r = 0 then
        return seal_private.p256_double(p_point, p);
    elsif v_h = 0 then
        return '{1, 1, 0}';
    end if;
    v_h2 := v_h * v_h % p;
    v_h3 := v_h * v_h2 % p;
    v_v := p_point[1] * v_h2 % p;
    v_x := (v_r * v_r - v_h3 - 2 * v_v) % p;
    return array[v_x, (v_r * (v_v - v_x) - p_point[2] * v_h3) % p, p_point[3] * v_h % p];
end $$;

ALTER FUNCTION seal_private.p256_add(p_point numeric[], p_x numeric, p_y numeric, p numeric) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.p256_add(p_point numeric[], p_x numeric, p_y numeric, p numeric) IS 'signatures of passkeys';

REVOKE ALL ON FUNCTION seal_private.p256_add(p_point numeric[], p_x numeric, p_y numeric, p numeric) FROM PUBLIC;
