-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.is_passkey(p_algorithm integer, p_key bytea, p_exponent integer) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select coalesce(case p_algorithm
               when -7 then octet_length(p_key) = 64 and p_exponent is null
                            and seal_private.p256_has(seal_private.whole_number(substr(p_key, 1, 32)),
                                                      seal_private.whole_number(substr(p_key, 33)))
               when -257 then seal_private.rsa_has(p_key, p_exponent) end, false)
$$;

ALTER FUNCTION seal_private.is_passkey(p_algorithm integer, p_key bytea, p_exponent integer) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.is_passkey(p_algorithm integer, p_key bytea, p_exponent integer) IS 'True if the key is one of its algorithm, of COSE.';

REVOKE ALL ON FUNCTION seal_private.is_passkey(p_algorithm integer, p_key bytea, p_exponent integer) FROM PUBLIC;
