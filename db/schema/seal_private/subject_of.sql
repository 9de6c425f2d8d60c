-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.subject_of(p_kind text, p_proof bytea, p_org uuid) RETURNS uuid
    LANGUAGE sql STABLE STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select subject from seal_private.credentials
     where stored = sha256(p_proof) and kind = p_kind and org_id = p_org and revoked_at is null
       and expires_at > clock_timestamp()
$$;

ALTER FUNCTION seal_private.subject_of(p_kind text, p_proof bytea, p_org uuid) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.subject_of(p_kind text, p_proof bytea, p_org uuid) IS 'who holds the secret of an invitation sees what it is for, without using it up';

REVOKE ALL ON FUNCTION seal_private.subject_of(p_kind text, p_proof bytea, p_org uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.subject_of(p_kind text, p_proof bytea, p_org uuid) TO sb_gate;
