-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.appoint_operator(p_email text) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_platform constant uuid := '00000000-0000-0000-0000-000000000000';
    v_user     uuid;
begin
    -- Whoever merely says that they have this address is not meant.
    select p.id into v_user from public.profiles p
     where lower(p.email) = lower(p_email) and p.email_confirmed_at is not null;
    if not found then
        raise exception 'nobody has signed up with this address and confirmed it' using errcode = 'P0002';
    end if;
    perform core.lock_members(v_platform);
    insert into public.org_members (org_id, user_id, role) values (v_platform, v_user, 'owner')
    on conflict on constraint org_members_pkey do update set role = 'owner';
    perform core.record_for(v_platform, v_user, 'installer', 'member.appointed', v_user::text, '{"role": "owner"}');
    return v_user;
end $$;

ALTER FUNCTION core.appoint_operator(p_email text) OWNER TO sb_gate;

COMMENT ON FUNCTION core.appoint_operator(p_email text) IS 'Makes a person an owner of the platform. For the installer: no login may call it.';

REVOKE ALL ON FUNCTION core.appoint_operator(p_email text) FROM PUBLIC;
