-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.revoke_keys_of(p_org uuid, p_user uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    update seal_private.credentials set revoked_at = clock_timestamp()
     where kind = 'key' and org_id = p_org and user_id = p_user and revoked_at is null
$$;

ALTER FUNCTION seal_private.revoke_keys_of(p_org uuid, p_user uuid) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.revoke_keys_of(p_org uuid, p_user uuid) IS 'keys fall when their maker leaves the organization';

REVOKE ALL ON FUNCTION seal_private.revoke_keys_of(p_org uuid, p_user uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.revoke_keys_of(p_org uuid, p_user uuid) TO sb_gate;
