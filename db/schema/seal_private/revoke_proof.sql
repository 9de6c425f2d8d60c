-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.revoke_proof(p_proof bytea) RETURNS void
    LANGUAGE sql STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    update seal_private.credentials set revoked_at = clock_timestamp()
     where stored = sha256(p_proof) and kind = 'session' and revoked_at is null
$$;

ALTER FUNCTION seal_private.revoke_proof(p_proof bytea) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.revoke_proof(p_proof bytea) IS 'a new secret takes the place of the one before';

REVOKE ALL ON FUNCTION seal_private.revoke_proof(p_proof bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.revoke_proof(p_proof bytea) TO sb_gate;
