-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text, p_version integer DEFAULT NULL::integer) RETURNS boolean
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
     where o.id = v_me.org_id and (p_version is null or o.lock_version = p_version);
    if not found then
        return false;
    end if;
    perform system.record('organization.changed', 'organizations', v_me.org_id::text);
    return true;
end $$;

ALTER FUNCTION core.update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text, p_version integer) OWNER TO sb_gate;

COMMENT ON FUNCTION core.update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text, p_version integer) IS 'An owner changes the open organization; null keeps what is there. False: it has changed since that version.';

REVOKE ALL ON FUNCTION core.update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text, p_version integer) FROM PUBLIC;
GRANT ALL ON FUNCTION core.update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text, p_version integer) TO sb_api;
