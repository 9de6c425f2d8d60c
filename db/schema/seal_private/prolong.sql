-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.prolong(p_proof bytea, p_until timestamp with time zone) RETURNS void
    LANGUAGE sql STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    update seal_private.credentials set expires_at = p_until
     where stored = sha256(p_proof) and kind = 'session' and revoked_at is null and expires_at < p_until
       and expires_at > clock_timestamp()
$$;

ALTER FUNCTION seal_private.prolong(p_proof bytea, p_until timestamp with time zone) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.prolong(p_proof bytea, p_until timestamp with time zone) IS 'the cookie of a browser that is used lasts on';

REVOKE ALL ON FUNCTION seal_private.prolong(p_proof bytea, p_until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.prolong(p_proof bytea, p_until timestamp with time zone) TO sb_gate;
