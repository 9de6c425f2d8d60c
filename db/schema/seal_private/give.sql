-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.give(p_kind text, p_name text, p_schema regnamespace, p_owner name) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    execute format('grant create on schema %s to %I', p_schema, p_owner);
    execute format('alter %s %s owner to %I', p_kind, p_name, p_owner);
    execute format('revoke create on schema %s from %I', p_schema, p_owner);
end $$;

ALTER FUNCTION seal_private.give(p_kind text, p_name text, p_schema regnamespace, p_owner name) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.give(p_kind text, p_name text, p_schema regnamespace, p_owner name) IS 'gives an object to its owner';

REVOKE ALL ON FUNCTION seal_private.give(p_kind text, p_name text, p_schema regnamespace, p_owner name) FROM PUBLIC;
