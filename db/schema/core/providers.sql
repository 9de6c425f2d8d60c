-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.providers() RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return array(select p from unnest('{github,google}'::text[]) p where seal_private.has_key('oauth.' || p));
end $$;

ALTER FUNCTION core.providers() OWNER TO sb_gate;

COMMENT ON FUNCTION core.providers() IS 'The providers whose key is in the database. For the installer: no login may call it.';

REVOKE ALL ON FUNCTION core.providers() FROM PUBLIC;
