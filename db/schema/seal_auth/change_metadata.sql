-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.change_metadata(p_proof bytea, p_changes jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me constant record := seal_private.person_of(p_proof);
begin
    update auth.users u set raw_user_meta_data = u.raw_user_meta_data || coalesce(p_changes, '{}')
     where u.id = v_me.person;
end $$;

ALTER FUNCTION seal_auth.change_metadata(p_proof bytea, p_changes jsonb) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.change_metadata(p_proof bytea, p_changes jsonb) IS 'Changes what a person says of themselves, key by key.';

REVOKE ALL ON FUNCTION seal_auth.change_metadata(p_proof bytea, p_changes jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.change_metadata(p_proof bytea, p_changes jsonb) TO sb_auth;
