-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.end_share_link() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform seal_private.revoke_subject('link', old.org_id, old.id);
    return null;
end $$;

ALTER FUNCTION seal_private.end_share_link() OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.end_share_link() IS 'a trigger: the credential of a deleted link ends with its row';

REVOKE ALL ON FUNCTION seal_private.end_share_link() FROM PUBLIC;
