-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.passkey_signed(p_algorithm integer, p_key bytea, p_exponent integer, p_message bytea, p_signature bytea) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_pair record;
begin
    if p_algorithm = -7 then
        v_pair := seal_private.der_signature(p_signature);
        return seal_private.p256_verifies(seal_private.whole_number(substr(p_key, 1, 32)),
                                          seal_private.whole_number(substr(p_key, 33)), sha256(p_message),
                                          v_pair.r, v_pair.s);
    elsif p_algorithm = -257 then
        return seal_private.rsa_verifies(p_key, p_exponent, sha256(p_message), p_signature);
    end if;
    return false;
end $$;

ALTER FUNCTION seal_private.passkey_signed(p_algorithm integer, p_key bytea, p_exponent integer, p_message bytea, p_signature bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.passkey_signed(p_algorithm integer, p_key bytea, p_exponent integer, p_message bytea, p_signature bytea) IS 'True if the signature of the message is by the key of auth.passkeys. Never null.';

REVOKE ALL ON FUNCTION seal_private.passkey_signed(p_algorithm integer, p_key bytea, p_exponent integer, p_message bytea, p_signature bytea) FROM PUBLIC;
