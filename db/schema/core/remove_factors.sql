-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.remove_factors(p_email text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_user     uuid;
    v_count    int;
    v_passkeys int;
begin
    perform seal_private.assert_own_accounts();
    select u.id into v_user from auth.users u where lower(u.email) = lower(p_email) for update;
    if not found then
        raise exception 'nobody has an account with this address' using errcode = 'P0002';
    end if;
    delete from auth.factors f where f.user_id = v_user;
    get diagnostics v_count = row_count;
    delete from auth.passkeys k where k.user_id = v_user;
    get diagnostics v_passkeys = row_count;
    -- the device may be in other hands, and what is signed in on it too
    delete from auth.devices d where d.user_id = v_user;
    perform seal_private.end_sessions(v_user, null, 'the installer removed the second factors'),
            seal_private.settle_factors(v_user);
    perform system.record_for('00000000-0000-0000-0000-000000000000', 'account.factors_removed', 'profiles',
        v_user::text, jsonb_build_object('factors', v_count, 'passkeys', v_passkeys));
    return v_count + v_passkeys;
end $$;

ALTER FUNCTION core.remove_factors(p_email text) OWNER TO sb_gate;

COMMENT ON FUNCTION core.remove_factors(p_email text) IS 'Removes every second factor, passkey and recovery code of a person who has lost them, ends their sessions, and tells them by mail; returns how many factors and passkeys there were. Raises NotFoundError. For the installer: no login may call it.';

REVOKE ALL ON FUNCTION core.remove_factors(p_email text) FROM PUBLIC;
