-- migrate:up

-- Asking for a link or a code. Whoever asks learns nothing about who has an account: the same answer, the same limit,
-- counted before the look-up, and the same statements; a mail that nobody is to have is written too, and never sent.

create function seal_private.mail_secret_to(p_template text, p_token uuid, p_email text, p_locale text, p_params jsonb,
                                            p_is_sent boolean) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    perform seal_private.begin_flow(p_token, p_params -> 'flow', p_params ->> 'redirect_to'),
            seal_private.send_mail('00000000-0000-0000-0000-000000000000', p_template,
                                   case when p_is_sent then p_email end, seal_private.as_locale(p_locale),
                                   coalesce(p_params, '{}') - 'flow', p_token);
end $$;

create function seal_auth.sign_up(p_email text, p_salt bytea, p_password_proof bytea, p_meta jsonb, p_locale text,
                                  p_params jsonb, p_ip inet) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_wait  int;
    v_token uuid;
    v_user  uuid;
begin
    perform seal_private.assert_own_accounts();
    v_wait := seal_private.wait_for_mail('signup', p_email, p_ip);
    if v_wait > 0 then
        return v_wait;
    end if;
    select u.id into v_user from auth.users u where lower(u.email) = lower(p_email);
    v_token := seal_private.issue_one_time('signup', p_email, v_user, '1 day');
    update auth.one_time_tokens t
       set password_salt = p_salt, password_proof = p_password_proof, user_meta = coalesce(p_meta, '{}'),
           -- the link of one who has an account is in no mail, and would not be taken
           used_at = case when v_user is not null then clock_timestamp() end
     where t.id = v_token;
    perform seal_private.mail_secret_to(case when v_user is null then 'signup_confirm' else 'signup_known' end,
        case when v_user is null then v_token end, p_email, p_locale, p_params, true);
    return 0;
end $$;
comment on function seal_auth.sign_up(text, bytea, bytea, jsonb, text, jsonb, inet) is
    'Begins an account: it is there once its address is proven, with this password (null: none). An address that has '
    'one is told so by mail. Returns 0, or the seconds to wait.';

create function seal_auth.resend_sign_up(p_email text, p_locale text, p_params jsonb, p_ip inet) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_wait   int;
    v_before record;
    v_token  uuid;
begin
    perform seal_private.assert_own_accounts();
    v_wait := seal_private.wait_for_mail('signup', p_email, p_ip);
    if v_wait > 0 then
        return v_wait;
    end if;
    select t.password_salt, t.password_proof, t.user_meta, t.id into v_before
      from auth.one_time_tokens t
     where lower(t.email) = lower(p_email) and t.kind = 'signup' and t.used_at is null
       and t.expires_at > clock_timestamp()
     order by t.created_at desc limit 1;
    v_token := seal_private.issue_one_time('signup', p_email, null, '1 day');
    update auth.one_time_tokens t
       set password_salt = v_before.password_salt, password_proof = v_before.password_proof,
           user_meta = coalesce(v_before.user_meta, '{}'),
           used_at = case when v_before.id is null then clock_timestamp() end
     where t.id = v_token;
    perform seal_private.mail_secret_to('signup_confirm', v_token, p_email, p_locale, p_params,
                                        v_before.id is not null);
    -- a program that began the sign-up and says no challenge now keeps the verifier of before
    insert into auth.flows (token_id, challenge, browser, redirect_to, expires_at)
    select v_token, f.challenge, f.browser, coalesce(p_params ->> 'redirect_to', f.redirect_to),
           clock_timestamp() + interval '1 day'
      from auth.flows f
     where f.token_id = v_before.id and f.used_at is null and p_params -> 'flow' is null;
    return 0;
end $$;
comment on function seal_auth.resend_sign_up(text, text, jsonb, inet) is
    'Mails the newest sign-up of an address that waits again, with the password it chose, and for the program that '
    'began it unless another challenge is said. Returns 0, or the seconds to wait.';

create function seal_auth.resend_email_change(p_email text, p_locale text, p_params jsonb, p_ip inet) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_wait    int;
    v_pending record;
begin
    perform seal_private.assert_own_accounts();
    v_wait := seal_private.wait_for_mail('email change', p_email, p_ip);
    if v_wait > 0 then
        return v_wait;
    end if;
    -- one whose address has another account has a secret that nobody knows: there is no link to mail
    select t.id, t.user_id into v_pending
      from auth.one_time_tokens t
     where lower(t.email) = lower(p_email) and t.kind = 'email_new' and t.used_at is null
       and t.expires_at > clock_timestamp() and seal_private.one_time_secret(t.id) is not null
     order by t.created_at desc limit 1;
    perform seal_private.mail_secret_to('email_change_new', v_pending.id, p_email,
                                        coalesce(seal_private.locale_of(v_pending.user_id), p_locale), p_params,
                                        v_pending.id is not null);
    return 0;
end $$;
comment on function seal_auth.resend_email_change(text, text, jsonb, inet) is
    'Mails the link that confirms a new address there again, if somebody wants to change to it. Returns 0, or the '
    'seconds to wait.';

create function seal_auth.recover(p_email text, p_locale text, p_params jsonb, p_ip inet) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_wait int;
    v_user uuid;
begin
    perform seal_private.assert_own_accounts();
    v_wait := seal_private.wait_for_mail('recovery', p_email, p_ip);
    if v_wait > 0 then
        return v_wait;
    end if;
    select u.id into v_user from auth.users u where lower(u.email) = lower(p_email);
    perform seal_private.mail_secret_to('recover',
        seal_private.issue_one_time('recovery', p_email, v_user, '1 hour'), p_email, p_locale, p_params,
        v_user is not null);
    return 0;
end $$;
comment on function seal_auth.recover(text, text, jsonb, inet) is
    'Mails a link that signs in once, to set another password. Returns 0, or the seconds to wait.';

create function seal_auth.magic(p_email text, p_creates boolean, p_meta jsonb, p_locale text, p_params jsonb,
                                p_ip inet) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_wait  int;
    v_user  uuid;
    v_token uuid;
begin
    perform seal_private.assert_own_accounts();
    v_wait := seal_private.wait_for_mail('magic', p_email, p_ip);
    if v_wait > 0 then
        return v_wait;
    end if;
    select u.id into v_user from auth.users u where lower(u.email) = lower(p_email);
    v_token := seal_private.issue_one_time('magic', p_email, v_user, '1 hour');
    update auth.one_time_tokens t
       set user_meta = coalesce(p_meta, '{}'),
           used_at = case when v_user is null and p_creates is not true then clock_timestamp() end
     where t.id = v_token;
    perform seal_private.mail_secret_to('magic_link', v_token, p_email, p_locale, p_params,
                                        v_user is not null or coalesce(p_creates, false));
    return 0;
end $$;
comment on function seal_auth.magic(text, boolean, jsonb, text, jsonb, inet) is
    'Mails a link and a code that sign in once; p_creates: an address without an account gets one by it. Returns 0, or '
    'the seconds to wait.';

select seal_private.admit('seal_private.mail_secret_to(text, uuid, text, text, jsonb, boolean)', 'sb_gate', '{}',
           'a mail with a secret, or one that is only written'),
       seal_private.admit('seal_auth.sign_up(text, bytea, bytea, jsonb, text, jsonb, inet)', 'sb_gate', '{sb_auth}',
           'sign-up comes before any context; the answer is the same for everybody', 'all'),
       seal_private.admit('seal_auth.resend_email_change(text, text, jsonb, inet)', 'sb_gate', '{sb_auth}',
           'a mail that did not come is asked for by its address; any has the same answer', 'all'),
       seal_private.admit('seal_auth.resend_sign_up(text, text, jsonb, inet)', 'sb_gate', '{sb_auth}',
           'sign-up comes before any context; the answer is the same for everybody', 'all'),
       seal_private.admit('seal_auth.recover(text, text, jsonb, inet)', 'sb_gate', '{sb_auth}',
           'a password is forgotten before there is a context; the answer is the same for everybody', 'all'),
       seal_private.admit('seal_auth.magic(text, boolean, jsonb, text, jsonb, inet)', 'sb_gate', '{sb_auth}',
           'sign-in comes before any context; the answer is the same for everybody', 'all');

-- migrate:down
