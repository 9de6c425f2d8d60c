-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.revoke_subject(p_kind text, p_org uuid, p_subject uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    update seal_private.credentials set revoked_at = clock_timestamp()
     where kind = p_kind and org_id is not distinct from p_org and subject = p_subject and revoked_at is null
$$;

ALTER FUNCTION seal_private.revoke_subject(p_kind text, p_org uuid, p_subject uuid) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.revoke_subject(p_kind text, p_org uuid, p_subject uuid) IS 'sign-out, and the end of an invitation or key by its row';

REVOKE ALL ON FUNCTION seal_private.revoke_subject(p_kind text, p_org uuid, p_subject uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.revoke_subject(p_kind text, p_org uuid, p_subject uuid) TO sb_gate;
