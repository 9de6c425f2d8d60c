-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION system.record_acting(p_org uuid, p_user uuid, p_command text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select system.record_for(p_org, 'operator.acted', 'profiles', p_user::text,
                             jsonb_build_object('command', p_command))
$$;

ALTER FUNCTION system.record_acting(p_org uuid, p_user uuid, p_command text) OWNER TO sb_gate;

COMMENT ON FUNCTION system.record_acting(p_org uuid, p_user uuid, p_command text) IS 'A command of the installation begins to act as this person. For the installer: no login may call it.';

REVOKE ALL ON FUNCTION system.record_acting(p_org uuid, p_user uuid, p_command text) FROM PUBLIC;
