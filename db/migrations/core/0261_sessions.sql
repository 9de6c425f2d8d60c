-- migrate:up

-- Sign-in, once a person has shown what it takes: a session, its refresh tokens, and the access tokens that open
-- contexts. No refresh token is stored. It is (session, counter, MAC by the session's own key), so that the one in
-- force can be said again to whoever lost the answer, and an old one is known as what it is: stolen, or kept too long.

create table seal_private.session_keys (
    session_id  uuid not null,
    refresh_key bytea not null default sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())),
    created_at  timestamptz not null default now(),
    constraint session_keys_pkey primary key (session_id),
    constraint session_keys_refresh_key_in_range check (octet_length(refresh_key) = 32)
);
comment on table seal_private.session_keys is
    'Keys that authenticate the refresh tokens of sessions. No login reads it. A backup leaves its rows out, so after '
    'a restore everybody signs in again.';
select seal_private.close('seal_private.session_keys'), seal_private.bound('seal_private.session_keys');
create policy sign_in on seal_private.session_keys to sb_gate using (true) with check (true);
grant select, insert, delete on seal_private.session_keys to sb_gate;
select seal_private.deviate('policy', 'seal_private.session_keys', 'sign_in',
           'A refresh token is shown before there is a context; no login has a privilege on the table.'),
       seal_private.deviate('key', 'seal_private.session_keys', 'session_keys_pkey',
           'A session''s id, made by the server.');

create function seal_private.refresh_mac(p_session uuid, p_counter int) returns bytea
language sql stable strict set search_path = pg_catalog, pg_temp as $$
    select sha256(k.refresh_key || sha256(k.refresh_key || uuid_send(p_session) || int4send(p_counter)))
      from seal_private.session_keys k where k.session_id = p_session
$$;

create function seal_private.record_account(p_user uuid, p_action text, p_detail jsonb default '{}') returns void
language sql set search_path = pg_catalog, pg_temp as $$
    insert into public.audit_log (org_id, user_id, actor_kind, action, resource_type, resource_id, detail)
    values ('00000000-0000-0000-0000-000000000000', p_user, 'session', p_action, 'profiles', p_user::text, p_detail)
$$;

-- Texts that a mail quotes have no signs that nobody sees.
create function seal_private.in_one_line(p_text text) returns text
language sql immutable strict set search_path = pg_catalog, pg_temp as $$
    select regexp_replace(p_text, E'[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029]', ' ', 'g')
$$;

-- A language that somebody named, or English.
create function seal_private.as_locale(p_said text) returns text
language sql immutable set search_path = pg_catalog, pg_temp as $$
    select case when p_said ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' and length(p_said) <= 35 then p_said else 'en' end
$$;

create function seal_private.locale_of(p_user uuid) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
    return seal_private.as_locale((select u.raw_user_meta_data ->> 'locale' from auth.users u where u.id = p_user));
end $$;

-- One more method, with its time; the newest of a name counts.
create function seal_private.with_method(p_amr jsonb, p_method text) returns jsonb
language sql volatile set search_path = pg_catalog, pg_temp as $$
    select jsonb_build_array(jsonb_build_object('method', p_method,
                                                'timestamp', extract(epoch from clock_timestamp())::bigint))
           || coalesce((select jsonb_agg(m) from jsonb_array_elements(p_amr) m where m ->> 'method' <> p_method), '[]')
$$;

-- What sign-in answers with: the refresh token in force, and what the access token says.
create function seal_private.describe_session(
    p_session uuid, out account uuid, out session uuid, out counter int, out mac bytea, out address text,
    out level int, out methods jsonb)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
    select s.user_id, s.id, s.refresh_counter, seal_private.refresh_mac(s.id, s.refresh_counter),
           u.email, s.aal, s.amr
      into account, session, counter, mac, address, level, methods
      from auth.sessions s join auth.users u on u.id = s.user_id where s.id = p_session;
end $$;

-- A session for a person who has shown what it takes. Raises where the account is suspended.
create function seal_private.sign_in(p_user uuid, p_method text, p_device bytea, p_ip inet, p_agent text) returns uuid
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_session uuid;
    v_is_new  boolean;
begin
    if seal_private.is_banned(p_user) then
        raise exception 'the account is suspended' using errcode = '28000';
    end if;
    -- a passkey is two factors: a device, and what the device knows its person by
    insert into auth.sessions (user_id, device, ip, user_agent, amr, aal)
    values (p_user, p_device, p_ip, left(p_agent, 500), seal_private.with_method('[]', p_method),
            case p_method when 'passkey' then 2 else 1 end)
    returning id into v_session;
    insert into seal_private.session_keys (session_id) values (v_session);
    update auth.users set last_sign_in_at = clock_timestamp() where id = p_user;
    if p_device is not null then
        v_is_new := exists (select from auth.devices d where d.user_id = p_user)
                    and not exists (select from auth.devices d where d.user_id = p_user and d.device = p_device);
        -- a browser in which the second step was never ended is a stranger's, who has the password
        if p_method = 'passkey' or not seal_private.has_factor(p_user) then
            perform seal_private.remember_device(v_session);
        end if;
        if v_is_new then
            perform seal_private.mail_account(p_user, 'sign_in_new_device', jsonb_strip_nulls(jsonb_build_object(
                'ip', host(p_ip), 'user_agent', seal_private.in_one_line(left(p_agent, 200)),
                'at', to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))));
        end if;
    end if;
    perform seal_private.record_account(p_user, 'account.signed_in',
        jsonb_build_object('method', p_method, 'session', v_session));
    return v_session;
end $$;

-- The browser in which a sign-in ended is known from then on, by the factors that it showed.
create function seal_private.remember_device(p_session uuid) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    insert into auth.devices as d (user_id, device, aal)
    select s.user_id, s.device, s.aal from auth.sessions s where s.id = p_session and s.device is not null
    on conflict on constraint devices_pkey do update
       set seen_at = clock_timestamp(), aal = greatest(d.aal, excluded.aal);
end $$;

-- A mail about the account to its own address, without a secret.
create function seal_private.mail_account(p_user uuid, p_template text, p_params jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    perform seal_private.send_mail('00000000-0000-0000-0000-000000000000', p_template, u.email,
                                   seal_private.locale_of(p_user), p_params)
       from auth.users u where u.id = p_user;
end $$;

-- Ends sessions of a person, all but one; returns how many.
create function seal_private.end_sessions(p_user uuid, p_but uuid, p_why text) returns int
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_session uuid;
    v_count   int := 0;
begin
    for v_session in
        update auth.sessions s set revoked_at = clock_timestamp(), revoked_why = p_why
         where s.user_id = p_user and s.id is distinct from p_but and s.revoked_at is null
        returning s.id
    loop
        perform seal_private.revoke_subject('session', null, v_session);
        v_count := v_count + 1;
    end loop;
    return v_count;
end $$;

create function seal_auth.refresh(
    p_session uuid, p_counter int, p_mac bytea, out outcome text, out account uuid, out session uuid, out counter int,
    out mac bytea, out address text, out level int, out methods jsonb)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_session record;
    v_found   record;
begin
    perform seal_private.assert_own_accounts();
    select s.* into v_session from auth.sessions s where s.id = p_session for update;
    if v_session.revoked_at is not null
       or least(v_session.not_after, v_session.not_idle_after) <= clock_timestamp()
       or (p_counter between 0 and v_session.refresh_counter) is not true
       or (sha256(seal_private.refresh_mac(p_session, p_counter)) = sha256(p_mac)) is not true
       or seal_private.is_banned(v_session.user_id) then
        outcome := 'unknown';
        return;
    end if;
    if p_counter = v_session.refresh_counter then
        update auth.sessions s
           set refresh_counter = s.refresh_counter + 1, refreshed_at = clock_timestamp(),
               not_idle_after = clock_timestamp() + interval '30 days'
         where s.id = p_session;
        outcome := 'rotated';
    elsif p_counter = v_session.refresh_counter - 1
          and v_session.refreshed_at > clock_timestamp() - interval '10 seconds' then
        outcome := 'again';     -- several tabs at once, or a lost answer: one token for all of them
    else
        -- Two hold the family's tokens, and one of them is not the person. Nobody can tell which: both end.
        update auth.sessions s set revoked_at = clock_timestamp(), revoked_why = 'a refresh token was used twice'
         where s.id = p_session;
        perform seal_private.revoke_subject('session', null, p_session);
        perform seal_private.record_account(v_session.user_id, 'account.token_reused',
            jsonb_build_object('session', p_session));
        perform seal_private.mail_account(v_session.user_id, 'sessions_ended', '{"reason": "reuse"}');
        outcome := 'reused';
        return;
    end if;
    select * into v_found from seal_private.describe_session(p_session);
    account := v_found.account; session := v_found.session; counter := v_found.counter; mac := v_found.mac;
    address := v_found.address; level := v_found.level; methods := v_found.methods;
end $$;
comment on function seal_auth.refresh(uuid, int, bytea) is
    'Exchanges a refresh token. rotated: a new one. again: the one before, within ten seconds, gets the same new one. '
    'reused: an older one, and the session ends. unknown: nothing of that is there.';

-- An access token or a cookie of the session whose refresh token is shown.
create function seal_auth.register(p_session uuid, p_counter int, p_mac bytea, p_proof bytea, p_is_cookie boolean)
    returns timestamptz
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_session record;
    v_expires timestamptz;
begin
    perform seal_private.assert_own_accounts();
    select s.* into v_session from auth.sessions s where s.id = p_session for share;
    if v_session.revoked_at is not null
       or least(v_session.not_after, v_session.not_idle_after) <= clock_timestamp()
       or (p_counter = v_session.refresh_counter
           or p_counter = v_session.refresh_counter - 1    -- another tab was quicker
              and v_session.refreshed_at > clock_timestamp() - interval '10 seconds') is not true
       or (sha256(seal_private.refresh_mac(p_session, p_counter)) = sha256(p_mac)) is not true
       or seal_private.is_banned(v_session.user_id) then
        raise exception 'unknown, expired or revoked session' using errcode = '28000';
    end if;
    v_expires := least(clock_timestamp() + case when p_is_cookie then interval '12 hours' else interval '1 hour' end,
                       v_session.not_after);
    if v_session.aal < 2 and seal_private.has_factor(v_session.user_id) then
        return seal_private.add_waiting(p_proof, p_session, v_expires);
    end if;
    perform seal_private.add_credential('session', p_proof, v_session.user_id, null, p_session, 4, v_expires,
                                        v_session.aal);
    return v_expires;
end $$;
comment on function seal_auth.register(uuid, int, bytea, bytea, boolean) is
    'Registers the proof of an access token (an hour) or of a browser''s cookie (12 hours, see prolong) for the '
    'session of a refresh token; returns when it expires. Of a session that waits for the second step it opens no '
    'context, and lasts an hour. Raises CredentialRefusedError.';

select seal_private.admit('seal_private.refresh_mac(uuid, integer)', 'sb_gate', '{}',
           'the authentication of a refresh token'),
       seal_private.admit('seal_private.record_account(uuid, text, jsonb)', 'sb_gate', '{}',
           'what happens to accounts is in the platform''s audit log'),
       seal_private.admit('seal_private.in_one_line(text)', 'sb_gate', '{}', 'texts of others in mails'),
       seal_private.admit('seal_private.as_locale(text)', 'sb_gate', '{}', 'the language of a mail'),
       seal_private.admit('seal_private.locale_of(uuid)', 'sb_gate', '{}', 'the language of a person''s mails'),
       seal_private.admit('seal_private.with_method(jsonb, text)', 'sb_gate', '{}', 'how a person signed in'),
       seal_private.admit('seal_private.describe_session(uuid)', 'sb_gate', '{}', 'what sign-in answers with'),
       seal_private.admit('seal_private.sign_in(uuid, text, bytea, inet, text)', 'sb_gate', '{}',
           'starts a session; its callers have seen what it takes'),
       seal_private.admit('seal_private.remember_device(uuid)', 'sb_gate', '{}',
           'a browser that signed in is counted by itself'),
       seal_private.admit('seal_private.mail_account(uuid, text, jsonb)', 'sb_gate', '{}',
           'tells a person what happened to their account'),
       seal_private.admit('seal_private.end_sessions(uuid, uuid, text)', 'sb_gate', '{}', 'sign-out of many at once'),
       seal_private.admit('seal_auth.refresh(uuid, integer, bytea)', 'sb_gate', '{sb_auth}',
           'a refresh token is shown before there is a context'),
       seal_private.admit('seal_auth.register(uuid, integer, bytea, bytea, boolean)', 'sb_gate', '{sb_auth}',
           'a refresh token is shown before there is a context');

-- migrate:down
