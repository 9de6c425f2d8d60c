-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal.revoke(p_subject uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    update seal_private.credentials set revoked_at = clock_timestamp()
     where subject = p_subject and revoked_at is null
       and org_id = case kind when 'key' then seal.org(3) when 'link' then seal.org(2) end
$$;

ALTER FUNCTION seal.revoke(p_subject uuid) OWNER TO sb_seal;

COMMENT ON FUNCTION seal.revoke(p_subject uuid) IS 'Ends a key (admins) or link (members) of the open organization from the next transaction on.';

REVOKE ALL ON FUNCTION seal.revoke(p_subject uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.revoke(p_subject uuid) TO sb_api;
