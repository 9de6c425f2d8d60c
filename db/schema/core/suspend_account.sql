-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.suspend_account(p_email text, p_until timestamp with time zone) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_user  uuid;
    v_ended int := 0;
begin
    perform seal_private.assert_own_accounts();
    update auth.users u set banned_until = p_until where lower(u.email) = lower(p_email) returning u.id into v_user;
    if not found then
        raise exception 'nobody has an account with this address' using errcode = 'P0002';
    end if;
    if p_until is not null then
        v_ended := seal_private.end_sessions(v_user, null, 'the account was suspended');
    end if;
    perform system.record_for('00000000-0000-0000-0000-000000000000',
        case when p_until is null then 'account.restored' else 'account.suspended' end, 'profiles', v_user::text, '{}');
    return v_ended;
end $$;

ALTER FUNCTION core.suspend_account(p_email text, p_until timestamp with time zone) OWNER TO sb_gate;

COMMENT ON FUNCTION core.suspend_account(p_email text, p_until timestamp with time zone) IS 'Suspends a person until then: they sign in no more, and their sessions end; null lifts it. Returns how many sessions ended. Raises NotFoundError. For the installer: no login may call it.';

REVOKE ALL ON FUNCTION core.suspend_account(p_email text, p_until timestamp with time zone) FROM PUBLIC;
