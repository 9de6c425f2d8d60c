-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.is_vouched(p_purpose text, p_parts text[], p_mac bytea) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select exists (select from seal_private.keys k
                    where k.purpose = p_purpose and (k.expires_at is null or k.expires_at > clock_timestamp())
                      and sha256(sha256(k.opad || sha256(k.ipad || seal_private.vouched_bytes(p_parts))))
                          = sha256(p_mac))
$$;

ALTER FUNCTION seal_private.is_vouched(p_purpose text, p_parts text[], p_mac bytea) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.is_vouched(p_purpose text, p_parts text[], p_mac bytea) IS 'True if the MAC is the HMAC-SHA256 of the parts under the key of this purpose.';

REVOKE ALL ON FUNCTION seal_private.is_vouched(p_purpose text, p_parts text[], p_mac bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.is_vouched(p_purpose text, p_parts text[], p_mac bytea) TO sb_gate;
