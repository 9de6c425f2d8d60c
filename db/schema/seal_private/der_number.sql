-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.der_number(p_bytes bytea) RETURNS numeric
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if octet_length(p_bytes) not between 1 and 33 or get_byte(p_bytes, 0) > 127 then
        return null;
    elsif octet_length(p_bytes) > 1 and get_byte(p_bytes, 0) = 0 and get_byte(p_bytes, 1) < 128 then
        return null;
    end if;
    return seal_private.whole_number(p_bytes);
end $$;

ALTER FUNCTION seal_private.der_number(p_bytes bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.der_number(p_bytes bytea) IS 'signatures of passkeys';

REVOKE ALL ON FUNCTION seal_private.der_number(p_bytes bytea) FROM PUBLIC;
