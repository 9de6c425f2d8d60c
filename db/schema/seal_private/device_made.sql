-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.device_made(p_data bytea, p_credential bytea) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select coalesce(get_byte(p_data, 32) & 64 > 0
                    and substr(p_data, 54, 2) = substr(int4send(octet_length(p_credential)), 3)
                    and substr(p_data, 56, octet_length(p_credential)) = p_credential, false)
$$;

ALTER FUNCTION seal_private.device_made(p_data bytea, p_credential bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.device_made(p_data bytea, p_credential bytea) IS 'the id of a passkey is the one that the device made';

REVOKE ALL ON FUNCTION seal_private.device_made(p_data bytea, p_credential bytea) FROM PUBLIC;
