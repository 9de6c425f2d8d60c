-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text, p_version integer DEFAULT NULL::integer, p_require_mfa boolean DEFAULT NULL::boolean) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me       constant record := core.lock_as(4);
    v_asks_two boolean;
begin
    select o.require_mfa into v_asks_two from public.organizations o where o.id = v_me.org_id for update;
    -- whoever asks others for a second factor has one: nobody shuts themselves out
    if p_require_mfa and not v_asks_two and not seal_private.has_shown_two(seal.subject('session')) then
        raise exception 'show a second factor of your own first' using errcode = '28S02';
    end if;
    update public.organizations o
       set name = coalesce(p_name, o.name), branding = coalesce(p_branding, o.branding),
           locale = coalesce(p_locale, o.locale), currency = coalesce(p_currency, o.currency),
           timezone = coalesce(p_timezone, o.timezone), require_mfa = coalesce(p_require_mfa, o.require_mfa)
     where o.id = v_me.org_id and (p_version is null or o.lock_version = p_version);
    if not found then
        return false;
    end if;
    perform system.record('organization.changed', 'organizations', v_me.org_id::text,
        jsonb_strip_nulls(jsonb_build_object('require_mfa', nullif(coalesce(p_require_mfa, v_asks_two), v_asks_two))));
    return true;
end $$;

ALTER FUNCTION core.update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text, p_version integer, p_require_mfa boolean) OWNER TO sb_gate;

COMMENT ON FUNCTION core.update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text, p_version integer, p_require_mfa boolean) IS 'An owner changes the open organization; null keeps what is there. False: it has changed since that version. Raises FactorAskedError if p_require_mfa begins to be true and the owner''s own session has shown one factor.';

REVOKE ALL ON FUNCTION core.update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text, p_version integer, p_require_mfa boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION core.update_organization(p_name text, p_branding jsonb, p_locale text, p_currency text, p_timezone text, p_version integer, p_require_mfa boolean) TO sb_api;
