-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.create_organization(p_name text, p_locale text DEFAULT 'en'::text, p_currency text DEFAULT 'EUR'::text, p_timezone text DEFAULT 'UTC'::text) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_person constant uuid := seal.person();
    v_org    constant uuid := seal.new_id();
begin
    if v_person is null then
        raise exception 'only a person between organizations founds one' using errcode = '42501';
    end if;
    -- Turns go from one organization to the next, so whoever has a thousand has a thousand turns.
    if (select count(*) from public.org_members m where m.user_id = v_person and m.role = 'owner') >= 100 then
        raise exception 'a person owns a hundred organizations at most'
            using errcode = '23514', constraint = 'org_members_own_few';
    end if;
    insert into public.organizations (id, name, locale, currency, timezone)
    values (v_org, p_name, p_locale, p_currency, p_timezone);
    insert into public.org_members (org_id, user_id, role) values (v_org, v_person, 'owner');
    perform core.record_for(v_org, v_person, 'session', 'organization.founded', v_person::text, '{}');
    return v_org;
end $$;

ALTER FUNCTION core.create_organization(p_name text, p_locale text, p_currency text, p_timezone text) OWNER TO sb_gate;

COMMENT ON FUNCTION core.create_organization(p_name text, p_locale text, p_currency text, p_timezone text) IS 'Founds an organization; the person between organizations who calls is its owner. Returns its id.';

REVOKE ALL ON FUNCTION core.create_organization(p_name text, p_locale text, p_currency text, p_timezone text) FROM PUBLIC;
GRANT ALL ON FUNCTION core.create_organization(p_name text, p_locale text, p_currency text, p_timezone text) TO sb_api;
