-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.link_of(p_proof bytea, p_org uuid) RETURNS uuid
    LANGUAGE sql STABLE STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select c.subject from seal_private.credentials c
     where c.stored = sha256(p_proof) and c.kind = 'link' and c.org_id = p_org and c.revoked_at is null
       and c.expires_at > clock_timestamp()
$$;

ALTER FUNCTION seal_private.link_of(p_proof bytea, p_org uuid) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.link_of(p_proof bytea, p_org uuid) IS 'the link of a proof';

REVOKE ALL ON FUNCTION seal_private.link_of(p_proof bytea, p_org uuid) FROM PUBLIC;
