-- migrate:up

-- Showing a link's secret, or the code beside it. Either proves the address that the mail went to, once.

-- The account that a person who has proven this address gets.
create function seal_private.create_proven(p_email text, p_meta jsonb, p_salt bytea, p_password_proof bytea)
    returns uuid
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_user uuid;
begin
    insert into auth.users (email, email_confirmed_at, raw_user_meta_data, password_salt, password_proof,
                            password_set_at)
    values (p_email, clock_timestamp(), p_meta, p_salt, p_password_proof,
            case when p_salt is not null then clock_timestamp() end)
    on conflict ((lower(email))) do nothing
    returning id into v_user;
    if v_user is null then
        return (select u.id from auth.users u where lower(u.email) = lower(p_email));
    end if;
    perform seal_private.ensure_profile(v_user, p_email,
        left(coalesce(p_meta ->> 'full_name', p_meta ->> 'name', ''), 200), clock_timestamp());
    -- other sign-ups for the address, each with a password of its own, are over
    update auth.one_time_tokens t set used_at = clock_timestamp()
     where lower(t.email) = lower(p_email) and t.kind = 'signup' and t.used_at is null;
    perform seal_private.record_account(v_user, 'account.created');
    return v_user;
end $$;

-- Both addresses have said yes: the account has the new one.
create function seal_private.finish_email_change(p_user uuid, p_email text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_before text;
begin
    select u.email into v_before from auth.users u where u.id = p_user for update;
    update auth.users u set email = p_email, email_confirmed_at = clock_timestamp() where u.id = p_user;
    perform seal_private.ensure_profile(p_user, p_email, null, clock_timestamp());
    -- what was mailed to the old address proves nothing of this account any more
    update auth.one_time_tokens t set used_at = clock_timestamp() where t.user_id = p_user and t.used_at is null;
    perform seal_private.record_account(p_user, 'account.email_changed', jsonb_build_object('from', v_before));
end $$;

-- Uses a token up, by its kind. The token is locked, so of two who come at once one finds it used.
create function seal_private.prove_one_time(
    p_token uuid, out outcome text, out proven uuid, out address text, out method text)
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_token record;
    v_email text;
begin
    -- of two addresses that say yes at once, one is the second
    perform from auth.one_time_tokens t
      where t.id in (p_token, (select p.relates_to from auth.one_time_tokens p where p.id = p_token))
      order by t.id for update;
    update auth.one_time_tokens t set used_at = clock_timestamp()
     where t.id = p_token and t.used_at is null and t.expires_at > clock_timestamp() and t.attempts <= 5
    returning t.* into v_token;
    outcome := 'refused';
    if not found then
        return;
    end if;
    if v_token.kind in ('email_old', 'email_new') then
        select t.email into v_email from auth.one_time_tokens t
         where t.id in (v_token.id, v_token.relates_to) and t.kind = 'email_new';
        if not exists (select from auth.one_time_tokens t
                        where t.id = v_token.relates_to and t.used_at is not null) then
            outcome := 'half_confirmed';
        elsif not exists (select from auth.users u where lower(u.email) = lower(v_email)) then
            perform seal_private.finish_email_change(v_token.user_id, v_email);
            outcome := 'email_changed';
        end if;
        return;
    end if;
    if v_token.kind in ('signup', 'magic') then
        proven := seal_private.create_proven(v_token.email, v_token.user_meta, v_token.password_salt,
                                             v_token.password_proof);
    elsif v_token.kind = 'recovery' then
        -- the account may have another address by now than the one that the mail went to
        select u.id into proven from auth.users u
         where u.id = v_token.user_id and lower(u.email) = lower(v_token.email);
    end if;
    if proven is null or seal_private.is_banned(proven) then
        return;
    end if;
    outcome := 'proven';
    address := v_token.email;
    method := case v_token.kind when 'recovery' then 'recovery' else 'otp' end;
end $$;

-- Does the same, and signs in whoever has proven an address.
create function seal_private.use_one_time(
    p_token uuid, p_device bytea, p_ip inet, p_agent text, out outcome text, out new_session uuid)
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_proven record;
begin
    select * into v_proven from seal_private.prove_one_time(p_token);
    outcome := v_proven.outcome;
    if outcome = 'proven' then
        outcome := 'signed_in';
        new_session := seal_private.sign_in(v_proven.proven, v_proven.method, p_device, p_ip, p_agent);
    end if;
end $$;

create function seal_auth.verify_link(
    p_secret bytea, p_kinds text[], p_device bytea, p_ip inet, p_agent text, out outcome text, out account uuid,
    out session uuid, out counter int, out mac bytea, out address text, out level int, out methods jsonb)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_used  record;
    v_found record;
begin
    perform seal_private.assert_own_accounts();
    select * into v_used from seal_private.use_one_time(
        (select t.id from auth.one_time_tokens t
          where t.stored = sha256(p_secret) and t.kind = any (p_kinds) and t.kind <> 'reauth'),
        p_device, p_ip, p_agent);
    outcome := v_used.outcome;
    select * into v_found from seal_private.describe_session(v_used.new_session);
    account := v_found.account; session := v_found.session; counter := v_found.counter; mac := v_found.mac;
    address := v_found.address; level := v_found.level; methods := v_found.methods;
end $$;
comment on function seal_auth.verify_link(bytea, text[], bytea, inet, text) is
    'Uses the 32 bytes of a link up. signed_in, with a session; half_confirmed: the other address of a change of '
    'address has not said yes; email_changed; refused: used, expired, of another kind or unknown.';

create function seal_auth.try_code(p_email text, p_code text, p_kinds text[], p_device bytea, p_ip inet, out wait int,
                                   out ticket bytea)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform seal_private.assert_own_accounts();
    wait := seal_private.wait_for('code', p_email, p_device, p_ip);
    if wait = 0 then
        -- the newest: an older mail's code is void, its link is not
        ticket := seal_private.try_one_time(
            (select n.id from auth.one_time_tokens n
              where lower(n.email) = lower(p_email) and n.kind = any (p_kinds) and n.kind <> 'reauth'
                and n.used_at is null and n.expires_at > clock_timestamp()
              order by n.created_at desc, n.id limit 1), p_code);
    end if;
end $$;
comment on function seal_auth.try_code(text, text, text[], bytea, inet) is
    'Tries the code of the newest mail of these kinds to an address. Says nothing of it, but a ticket: if the code is '
    'right and the transaction commits, seal_auth.finish_code() takes the ticket in another one. Five tries a mail; '
    'they are counted and limited as those of passwords are: wait has the seconds.';

create function seal_auth.finish_code(
    p_email text, p_ticket bytea, p_device bytea, p_ip inet, p_agent text, out outcome text, out account uuid,
    out session uuid, out counter int, out mac bytea, out address text, out level int, out methods jsonb)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_token uuid;
    v_used  record;
    v_found record;
begin
    perform seal_private.assert_own_accounts();
    outcome := 'refused';
    v_token := seal_private.ticketed(p_ticket, p_email);
    if v_token is null then
        return;
    end if;
    perform seal_private.forget_tries(seal_private.bucket_of('code', p_email, p_device)),
            seal_private.take_back_try(seal_private.bucket('code', seal_private.network_of(p_ip)));
    select * into v_used from seal_private.use_one_time(v_token, p_device, p_ip, p_agent);
    outcome := v_used.outcome;
    select * into v_found from seal_private.describe_session(v_used.new_session);
    account := v_found.account; session := v_found.session; counter := v_found.counter; mac := v_found.mac;
    address := v_found.address; level := v_found.level; methods := v_found.methods;
end $$;
comment on function seal_auth.finish_code(text, bytea, bytea, inet, text) is
    'Does as verify_link(), by the ticket of seal_auth.try_code() for this address, in a later transaction. refused: '
    'the code was wrong, or used, or came too late.';

select seal_private.admit('seal_private.create_proven(text, jsonb, bytea, bytea)', 'sb_gate', '{}',
           'an account comes with its proven address'),
       seal_private.admit('seal_private.finish_email_change(uuid, text)', 'sb_gate', '{}',
           'an address changes when both have said yes'),
       seal_private.admit('seal_private.prove_one_time(uuid)', 'sb_gate', '{}',
           'uses a link or a code up'),
       seal_private.admit('seal_private.use_one_time(uuid, bytea, inet, text)', 'sb_gate', '{}',
           'uses a link or a code up, and signs in'),
       seal_private.admit('seal_auth.verify_link(bytea, text[], bytea, inet, text)', 'sb_gate', '{sb_auth}',
           'the secret of a mail is shown before there is a context'),
       seal_private.admit('seal_auth.try_code(text, text, text[], bytea, inet)', 'sb_gate', '{sb_auth}',
           'the code of a mail is shown before there is a context; tries are limited', 'all'),
       seal_private.admit('seal_auth.finish_code(text, bytea, bytea, inet, text)', 'sb_gate', '{sb_auth}',
           'the code of a mail is shown before there is a context', 'all');

-- migrate:down
