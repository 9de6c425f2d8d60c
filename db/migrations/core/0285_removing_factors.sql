-- migrate:up

-- The end of second factors: a person removes one of their own, the installer all of somebody who has lost them; and
-- how a lost file is noticed that sealed them.

-- Without a factor there is no second step, and no code that stands in for one.
create function seal_private.settle_factors(p_user uuid) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_session uuid;
begin
    if not seal_private.has_factor(p_user) then
        delete from auth.recovery_codes c where c.user_id = p_user;
        -- a passkey is two factors by itself
        for v_session in
            update auth.sessions s set aal = 1
             where s.user_id = p_user and s.aal = 2 and s.revoked_at is null
               and not s.amr @> '[{"method": "passkey"}]'
            returning s.id
        loop
            perform seal_private.lower_level(v_session);
        end loop;
    end if;
    perform seal_private.mail_account(p_user, 'factors_changed', '{}');
end $$;

create function seal_auth.remove_factor(p_proof bytea, p_factor uuid) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me       record;
    v_verified timestamptz;
begin
    select * into v_me from seal_private.person_before_second_step(p_proof);
    if seal_private.has_factor(v_me.person)
       and (select s.aal from auth.sessions s where s.id = v_me.session) < 2 then
        return 'second_step';
    end if;
    perform seal_private.lock_person(v_me.person);
    delete from auth.factors f where f.id = p_factor and f.user_id = v_me.person
    returning f.verified_at into v_verified;
    if not found then
        return 'unknown';
    end if;
    if v_verified is not null then
        perform seal_private.record_account(v_me.person, 'account.factor_removed',
            jsonb_build_object('factor', p_factor)),
                seal_private.settle_factors(v_me.person);
    end if;
    return 'removed';
end $$;
comment on function seal_auth.remove_factor(bytea, uuid) is
    'Removes one of the person''s own factors. With the last one their recovery codes go, and there is no second step. '
    'unknown: they have none of this id; second_step: the session has to show a factor first. Raises '
    'CredentialRefusedError.';

create function core.remove_factors(p_email text) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
comment on function core.remove_factors(text) is
    'Removes every second factor, passkey and recovery code of a person who has lost them, ends their sessions, and '
    'tells them by mail; returns how many factors and passkeys there were. Raises NotFoundError. For the installer: no '
    'login may call it.';

-- The file of the installation --------------------------------------------------------------------------------------

create function seal_auth.oldest_pad(out factor uuid, out pad_proof bytea)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    if seal_private.keeps_accounts() then
        select f.id, f.pad_proof into factor, pad_proof from auth.factors f
         where f.verified_at is not null and f.pad_proof is not null order by f.verified_at, f.id limit 1;
    end if;
end $$;
comment on function seal_auth.oldest_pad() is
    'The oldest factor that is asked for, and the sha256 of its pad: whoever serves compares it with what its file '
    'makes of the id. Null: there is none, or accounts are kept by another auth server.';

create function core.pads() returns table (email text, factor uuid, pad_proof bytea)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform seal_private.assert_own_accounts();
    return query
        select u.email, f.id, f.pad_proof from auth.factors f join auth.users u on u.id = f.user_id
         where f.pad_proof is not null
         order by lower(u.email), f.id;
end $$;
comment on function core.pads() is
    'Every factor that a file of the installation sealed, with the sha256 of its pad. Raises AccountsElsewhereError. '
    'For the installer: no login may call it.';

select seal_private.admit('seal_auth.oldest_pad()', 'sb_gate', '{sb_auth}',
           'a lost file is noticed before anybody is asked for a code', 'all'),
       seal_private.admit('core.pads()', 'sb_gate', '{}', 'the installer finds factors that no file opens'),
       seal_private.admit('seal_private.settle_factors(uuid)', 'sb_gate', '{}',
           'the last factor takes the recovery codes along'),
       seal_private.admit('seal_auth.remove_factor(bytea, uuid)', 'sb_gate', '{sb_auth}',
           'a person removes a factor of their own account'),
       seal_private.admit('core.remove_factors(text)', 'sb_gate', '{}',
           'the installer helps a person who has lost their device');

-- migrate:down
