-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.rsa_verifies(p_modulus bytea, p_exponent integer, p_hash bytea, p_signature bytea) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_modulus   numeric;
    v_signature numeric;
begin
    if (octet_length(p_hash) = 32 and octet_length(p_signature) = octet_length(p_modulus)
        and seal_private.rsa_has(p_modulus, p_exponent)) is not true then
        return false;
    end if;
    v_modulus := seal_private.whole_number(p_modulus);
    v_signature := seal_private.whole_number(p_signature);
    return v_signature < v_modulus
       and seal_private.power_rest(v_signature, p_exponent, v_modulus)
           = seal_private.whole_number(seal_private.pkcs1_block(p_hash, octet_length(p_modulus)));
end $$;

ALTER FUNCTION seal_private.rsa_verifies(p_modulus bytea, p_exponent integer, p_hash bytea, p_signature bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.rsa_verifies(p_modulus bytea, p_exponent integer, p_hash bytea, p_signature bytea) IS 'True if it is a signature of the SHA-256 by this key. Never null: what is missing or out of range is none.';

REVOKE ALL ON FUNCTION seal_private.rsa_verifies(p_modulus bytea, p_exponent integer, p_hash bytea, p_signature bytea) FROM PUBLIC;
