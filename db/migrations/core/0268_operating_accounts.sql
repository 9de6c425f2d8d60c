-- migrate:up

-- What the installer does with accounts, on the installation's own machine: list, suspend, sign out. No login may.
create function core.accounts()
    returns table (id uuid, email text, full_name text, created_at timestamptz, last_sign_in_at timestamptz,
                   banned_until timestamptz, has_password boolean, sessions int)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform seal_private.assert_own_accounts();
    return query
        select u.id, u.email, p.full_name, u.created_at, u.last_sign_in_at, u.banned_until,
               u.password_proof is not null,
               (select count(*)::int from auth.sessions s
                 where s.user_id = u.id and s.revoked_at is null
                   and least(s.not_after, s.not_idle_after) > clock_timestamp())
          from auth.users u join public.profiles p on p.id = u.id
         order by lower(u.email);
end $$;
comment on function core.accounts() is
    'Every person who can sign in, with the number of their sessions. For the installer: no login may call it.';

create function core.suspend_account(p_email text, p_until timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
comment on function core.suspend_account(text, timestamptz) is
    'Suspends a person until then: they sign in no more, and their sessions end; null lifts it. Returns how many '
    'sessions ended. Raises NotFoundError. For the installer: no login may call it.';

create function core.sign_out_account(p_email text) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
comment on function core.sign_out_account(text) is
    'Ends all sessions of a person, who is told by mail; returns how many. Raises NotFoundError. For the installer: '
    'no login may call it.';

select seal_private.admit('core.accounts()', 'sb_gate', '{}', 'the installer sees the accounts of its installation'),
       seal_private.admit('core.suspend_account(text, timestamptz)', 'sb_gate', '{}',
           'the installer suspends an account'),
       seal_private.admit('core.sign_out_account(text)', 'sb_gate', '{}', 'the installer signs a person out');

-- migrate:down
