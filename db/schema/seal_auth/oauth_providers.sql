-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.oauth_providers() RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return case when seal_private.keeps_accounts()
                then array(select p from unnest('{github,google}'::text[]) p where seal_private.has_key('oauth.' || p))
                else '{}' end;
end $$;

ALTER FUNCTION seal_auth.oauth_providers() OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.oauth_providers() IS 'The providers that the installer turned on, by name; none where another auth server keeps the people.';

REVOKE ALL ON FUNCTION seal_auth.oauth_providers() FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.oauth_providers() TO sb_auth;
