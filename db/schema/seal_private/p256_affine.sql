-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.p256_affine(p_point numeric[], p numeric) RETURNS numeric[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_inverse constant numeric := seal_private.inverse(p_point[3], p);
    v_square  constant numeric := v_inverse * v_inverse % p;
begin
    if p_point[3] = 0 then
        return null;
    end if;
    return array[(p_point[1] * v_square % p + p) % p, (p_point[2] * v_square % p * v_inverse % p + p) % p];
end $$;

ALTER FUNCTION seal_private.p256_affine(p_point numeric[], p numeric) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.p256_affine(p_point numeric[], p numeric) IS 'signatures of passkeys';

REVOKE ALL ON FUNCTION seal_private.p256_affine(p_point numeric[], p numeric) FROM PUBLIC;
