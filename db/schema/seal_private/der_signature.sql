-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.der_signature(p_signature bytea, OUT r numeric, OUT s numeric) RETURNS record
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_length constant int := octet_length(p_signature);
    v_first  int;
begin
    if v_length not between 8 and 72 or get_byte(p_signature, 0) <> 48 or get_byte(p_signature, 1) <> v_length - 2
       or get_byte(p_signature, 2) <> 2 then
        return;
    end if;
    v_first := get_byte(p_signature, 3);
    if v_first not between 1 and v_length - 7 or get_byte(p_signature, v_first + 4) <> 2
       or get_byte(p_signature, v_first + 5) <> v_length - v_first - 6 then
        return;
    end if;
    r := seal_private.der_number(substr(p_signature, 5, v_first));
    s := seal_private.der_number(substr(p_signature, v_first + 7));
end $$;

ALTER FUNCTION seal_private.der_signature(p_signature bytea, OUT r numeric, OUT s numeric) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.der_signature(p_signature bytea, OUT r numeric, OUT s numeric) IS 'The two numbers of an ECDSA-Sig-Value (SEC 1, C.5) in DER, read strictly: one way to write each, nothing after it; null where it is not.';

REVOKE ALL ON FUNCTION seal_private.der_signature(p_signature bytea, OUT r numeric, OUT s numeric) FROM PUBLIC;
