-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.inverse(p_number numeric, p_modulus numeric) RETURNS numeric
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    a numeric := p_modulus;
    b numeric := (p_number % p_modulus + p_modulus) % p_modulus;
    s numeric := 0;
    t numeric := 1;
    q numeric;
    k numeric;
begin
    while b <> 0 loop
        q := div(a, b);
        k := a - q * b; a := b; b := k;
        k := s - q * t; s := t; t := k;
    end loop;
    return s;
end $$;

ALTER FUNCTION seal_private.inverse(p_number numeric, p_modulus numeric) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.inverse(p_number numeric, p_modulus numeric) IS 'The number whose product with this one has the remainder 1; the two have no common divisor. By Euclid.';

REVOKE ALL ON FUNCTION seal_private.inverse(p_number numeric, p_modulus numeric) FROM PUBLIC;
