-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal.link_salt(p_proof bytea, p_org uuid) RETURNS bytea
    LANGUAGE sql STABLE STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select coalesce(
        (select l.password_salt from public.share_links l
          where l.org_id = p_org and l.id = seal_private.link_of(p_proof, p_org)),
        (select substr(sha256(k.opad || sha256(k.ipad || convert_to('link salt', 'UTF8')
                                               || uuid_send(p_org) || p_proof)), 1, 16)
           from seal_private.keys k where k.purpose = 'context' order by k.version desc limit 1))
$$;

ALTER FUNCTION seal.link_salt(p_proof bytea, p_org uuid) OWNER TO sb_seal;

COMMENT ON FUNCTION seal.link_salt(p_proof bytea, p_org uuid) IS 'The salt of a link''s password. Any proof has one: where there is no such link, or no password, it is made up, the same each time until the key of contexts is replaced.';

REVOKE ALL ON FUNCTION seal.link_salt(p_proof bytea, p_org uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.link_salt(p_proof bytea, p_org uuid) TO sb_api;
