-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.strip(p_kind text, p_name text, p_acl aclitem[], p_owner oid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_grantee text;
begin
    for v_grantee in
        select distinct case a.grantee when 0 then 'public' else a.grantee::regrole::text end
          from aclexplode(p_acl) a where a.grantee <> p_owner
    loop
        execute format('revoke all on %s %s from %s', p_kind, p_name, v_grantee);
    end loop;
end $$;

ALTER FUNCTION seal_private.strip(p_kind text, p_name text, p_acl aclitem[], p_owner oid) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.strip(p_kind text, p_name text, p_acl aclitem[], p_owner oid) IS 'takes an object from everybody but its owner';

REVOKE ALL ON FUNCTION seal_private.strip(p_kind text, p_name text, p_acl aclitem[], p_owner oid) FROM PUBLIC;
