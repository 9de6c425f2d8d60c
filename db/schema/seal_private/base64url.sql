-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.base64url(p_bytes bytea) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select translate(encode(p_bytes, 'base64'), E'+/=\n', '-_')
$$;

ALTER FUNCTION seal_private.base64url(p_bytes bytea) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.base64url(p_bytes bytea) IS 'Bytes as text that needs no escaping in an address (RFC 4648, 5), without padding.';

REVOKE ALL ON FUNCTION seal_private.base64url(p_bytes bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.base64url(p_bytes bytea) TO sb_gate;
