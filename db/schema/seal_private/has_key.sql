-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.has_key(p_purpose text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select exists (select from seal_private.keys k
                    where k.purpose = p_purpose and (k.expires_at is null or k.expires_at > clock_timestamp()))
$$;

ALTER FUNCTION seal_private.has_key(p_purpose text) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.has_key(p_purpose text) IS 'True if there is a key of this purpose: after a restore there is none.';

REVOKE ALL ON FUNCTION seal_private.has_key(p_purpose text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.has_key(p_purpose text) TO sb_gate;
