-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me constant record := core.lock_as(4);
begin
    update public.organizations o
       set name = coalesce(p_name, o.name), branding = coalesce(p_branding, o.branding),
           locale = coalesce(p_locale, o.locale), currency = coalesce(p_currency, o.currency),
           timezone = coalesce(p_timezone, o.timezone)
     where o.id = v_me.org_id;
    perform system.record('organization.changed', 'organizations', v_me.org_id::text);
end $$;

ALTER FUNCTION core.update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text) OWNER TO sb_gate;

COMMENT ON FUNCTION core.update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text) IS 'An owner changes the open organization; null keeps what is there.';

REVOKE ALL ON FUNCTION core.update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text) FROM PUBLIC;
GRANT ALL ON FUNCTION core.update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text) TO sb_api;
