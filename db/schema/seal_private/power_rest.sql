-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.power_rest(p_base numeric, p_exponent integer, p_modulus numeric) RETURNS numeric
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_found numeric := 1;
begin
    for v_bit in reverse 30 .. 0 loop
        v_found := v_found * v_found % p_modulus;
        if (p_exponent >> v_bit) & 1 = 1 then
            v_found := v_found * p_base % p_modulus;
        end if;
    end loop;
    return v_found;
end $$;

ALTER FUNCTION seal_private.power_rest(p_base numeric, p_exponent integer, p_modulus numeric) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.power_rest(p_base numeric, p_exponent integer, p_modulus numeric) IS 'A power, by a modulus; no number is negative.';

REVOKE ALL ON FUNCTION seal_private.power_rest(p_base numeric, p_exponent integer, p_modulus numeric) FROM PUBLIC;
