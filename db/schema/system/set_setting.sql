-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION system.set_setting(p_key text, p_value jsonb, p_description text DEFAULT NULL::text, p_is_public boolean DEFAULT NULL::boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if (seal.org(3) = '00000000-0000-0000-0000-000000000000') is not true then
        raise exception 'only an admin of the platform sets this' using errcode = '42501';
    end if;
    insert into public.system_settings as s (key, value, description, is_public)
    values (p_key, p_value, coalesce(p_description, ''), coalesce(p_is_public, false))
    on conflict (key) do update set value = excluded.value, description = coalesce(p_description, s.description),
                                    is_public = coalesce(p_is_public, s.is_public);
    perform system.record('system.setting_changed', 'system_settings', p_key, jsonb_build_object('value', p_value));
end $$;

ALTER FUNCTION system.set_setting(p_key text, p_value jsonb, p_description text, p_is_public boolean) OWNER TO sb_gate;

COMMENT ON FUNCTION system.set_setting(p_key text, p_value jsonb, p_description text, p_is_public boolean) IS 'Writes a setting of the installation, and who did it into the platform''s audit log. Null keeps description and is_public.';

REVOKE ALL ON FUNCTION system.set_setting(p_key text, p_value jsonb, p_description text, p_is_public boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION system.set_setting(p_key text, p_value jsonb, p_description text, p_is_public boolean) TO sb_api;
