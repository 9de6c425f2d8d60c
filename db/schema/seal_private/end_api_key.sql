-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.end_api_key() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform seal_private.revoke_subject('key', old.org_id, old.id);
    return null;
end $$;

ALTER FUNCTION seal_private.end_api_key() OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.end_api_key() IS 'a trigger: the credential of a deleted key ends with its row';

REVOKE ALL ON FUNCTION seal_private.end_api_key() FROM PUBLIC;
