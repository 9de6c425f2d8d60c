-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.rsa_has(p_modulus bytea, p_exponent integer) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select coalesce(octet_length(p_modulus) between 256 and 512 and p_exponent in (3, 65537)
                    and substr(p_modulus, 1, 1) >= '\x80'::bytea
                    and seal_private.whole_number(p_modulus) % 2 = 1, false)
$$;

ALTER FUNCTION seal_private.rsa_has(p_modulus bytea, p_exponent integer) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.rsa_has(p_modulus bytea, p_exponent integer) IS 'True if these are a modulus and an exponent that we take.';

REVOKE ALL ON FUNCTION seal_private.rsa_has(p_modulus bytea, p_exponent integer) FROM PUBLIC;
