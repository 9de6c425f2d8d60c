-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.sign_out_account(p_email text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_user  uuid;
    v_ended int;
begin
    perform seal_private.assert_own_accounts();
    select u.id into v_user from auth.users u where lower(u.email) = lower(p_email);
    if not found then
        raise exception 'nobody has an account with this address' using errcode = 'P0002';
    end if;
    v_ended := seal_private.end_sessions(v_user, null, 'the installer signed the person out');
    perform seal_private.mail_account(v_user, 'sessions_ended', '{"reason": "admin"}');
    perform system.record_for('00000000-0000-0000-0000-000000000000', 'account.signed_out', 'profiles', v_user::text,
        '{}');
    return v_ended;
end $$;

ALTER FUNCTION core.sign_out_account(p_email text) OWNER TO sb_gate;

COMMENT ON FUNCTION core.sign_out_account(p_email text) IS 'Ends all sessions of a person, who is told by mail; returns how many. Raises NotFoundError. For the installer: no login may call it.';

REVOKE ALL ON FUNCTION core.sign_out_account(p_email text) FROM PUBLIC;
