-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.redeem(p_kind text, p_proof bytea, p_org uuid) RETURNS uuid
    LANGUAGE sql STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    update seal_private.credentials set revoked_at = clock_timestamp()
     where stored = sha256(p_proof) and kind = p_kind and org_id = p_org
       and revoked_at is null and expires_at > clock_timestamp()
    returning subject
$$;

ALTER FUNCTION seal_private.redeem(p_kind text, p_proof bytea, p_org uuid) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.redeem(p_kind text, p_proof bytea, p_org uuid) IS 'an invitation is used once';

REVOKE ALL ON FUNCTION seal_private.redeem(p_kind text, p_proof bytea, p_org uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.redeem(p_kind text, p_proof bytea, p_org uuid) TO sb_gate;
