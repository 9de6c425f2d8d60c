-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.p256_sum(p_u numeric, p_v numeric, p_x numeric, p_y numeric) RETURNS numeric[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_curve constant record := seal_private.p256();
    v_both  constant numeric[] := seal_private.p256_affine(
        seal_private.p256_add(array[v_curve.x, v_curve.y, 1], p_x, p_y, v_curve.p), v_curve.p);
    v_us    constant bit(32)[] := seal_private.bits(p_u);
    v_vs    constant bit(32)[] := seal_private.bits(p_v);
    v_sum   numeric[] := '{1, 1, 0}';
begin
    for v_word in reverse 8 .. 1 loop
        for v_bit in 0 .. 31 loop
            v_sum := seal_private.p256_double(v_sum, v_curve.p);
            if get_bit(v_us[v_word], v_bit) = 1 and get_bit(v_vs[v_word], v_bit) = 1 then
                -- null: Q is -G, and the two are nothing together
                v_sum := coalesce(seal_private.p256_add(v_sum, v_both[1], v_both[2], v_curve.p), v_sum);
            elsif get_bit(v_us[v_word], v_bit) = 1 then
                v_sum := seal_private.p256_add(v_sum, v_curve.x, v_curve.y, v_curve.p);
            elsif get_bit(v_vs[v_word], v_bit) = 1 then
                v_sum := seal_private.p256_add(v_sum, p_x, p_y, v_curve.p);
            end if;
        end loop;
    end loop;
    return v_sum;
end $$;

ALTER FUNCTION seal_private.p256_sum(p_u numeric, p_v numeric, p_x numeric, p_y numeric) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.p256_sum(p_u numeric, p_v numeric, p_x numeric, p_y numeric) IS 'u times the base point and v times the point (x, y), as (X, Y, Z); u and v below 2^256.';

REVOKE ALL ON FUNCTION seal_private.p256_sum(p_u numeric, p_v numeric, p_x numeric, p_y numeric) FROM PUBLIC;
