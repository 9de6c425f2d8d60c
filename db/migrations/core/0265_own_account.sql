-- migrate:up

-- What a person does with their own account, by the proof of their access token or cookie.

create function seal_private.person_of(p_proof bytea, out person uuid, out session uuid)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
    perform seal_private.assert_own_accounts();
    select o.user_id, o.session_id into person, session from seal_private.session_of(p_proof) o;
    if person is null or not exists (select from auth.users u where u.id = person) then
        raise exception 'unknown, expired or revoked credential' using errcode = '28000';
    end if;
end $$;

create function seal_auth.account(
    p_proof bytea, out id uuid, out email text, out email_confirmed_at timestamptz, out new_email text,
    out user_metadata jsonb, out app_metadata jsonb, out has_password boolean, out last_sign_in_at timestamptz,
    out created_at timestamptz, out updated_at timestamptz, out session uuid, out level int, out methods jsonb,
    out factors jsonb, out identities jsonb)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me record;
begin
    select * into v_me from seal_private.person_before_second_step(p_proof);
    factors := seal_private.factors_of(v_me.person);
    identities := seal_private.identities_of(v_me.person);
    select u.id, u.email, u.email_confirmed_at, u.raw_user_meta_data, u.raw_app_meta_data,
           u.password_proof is not null, u.last_sign_in_at, u.created_at, u.updated_at,
           (select t.email from auth.one_time_tokens t
             where t.user_id = u.id and t.kind = 'email_new' and t.expires_at > clock_timestamp()
               and exists (select from auth.one_time_tokens o
                            where o.id in (t.id, t.relates_to) and o.used_at is null)
             order by t.created_at desc limit 1)
      into id, email, email_confirmed_at, user_metadata, app_metadata, has_password, last_sign_in_at, created_at,
           updated_at, new_email
      from auth.users u where u.id = v_me.person;
    select s.id, s.aal, s.amr into session, level, methods from auth.sessions s where s.id = v_me.session;
end $$;
comment on function seal_auth.account(bytea) is
    'The account of an access token or a cookie, also before the second step. Raises CredentialRefusedError.';

create function seal_auth.change_metadata(p_proof bytea, p_changes jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me constant record := seal_private.person_of(p_proof);
begin
    update auth.users u set raw_user_meta_data = u.raw_user_meta_data || coalesce(p_changes, '{}')
     where u.id = v_me.person;
end $$;
comment on function seal_auth.change_metadata(bytea, jsonb) is
    'Changes what a person says of themselves, key by key.';

-- A second look at who holds the session, before what cannot be taken back.
create function seal_auth.reauthenticate(p_proof bytea, p_ip inet) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me    constant record := seal_private.person_of(p_proof);
    v_email constant text := (select u.email from auth.users u where u.id = v_me.person);
    v_wait  constant int := seal_private.wait_for_mail('reauth', v_email, p_ip);
    v_token uuid;
begin
    if v_wait > 0 then
        return v_wait;
    end if;
    v_token := seal_private.issue_one_time('reauth', v_email, v_me.person, '10 minutes');
    update auth.one_time_tokens t set relates_to = v_me.session where t.id = v_token;
    perform seal_private.mail_secret_to('reauthenticate', v_token, v_email, seal_private.locale_of(v_me.person), '{}',
                                        true);
    return 0;
end $$;
comment on function seal_auth.reauthenticate(bytea, inet) is
    'Mails a code that changes the password within ten minutes, in this session. Returns 0, or the seconds to wait.';

create function seal_auth.begin_own_password(p_proof bytea, p_ip inet, out wait int, out salt bytea)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me constant record := seal_private.person_of(p_proof);
begin
    wait := seal_private.take_try(seal_private.bucket('own password', v_me.person::text), 5);
    if wait = 0 then
        salt := seal_private.salt_of((select u.email from auth.users u where u.id = v_me.person));
    end if;
end $$;
comment on function seal_auth.begin_own_password(bytea, inet) is
    'Counts a try and returns the salt of the person''s own password; or the seconds to wait.';

create function seal_auth.try_own_code(p_proof bytea, p_code text) returns bytea
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me constant record := seal_private.person_of(p_proof);
begin
    return seal_private.try_one_time(
        (select n.id from auth.one_time_tokens n
          where n.kind = 'reauth' and n.relates_to = v_me.session
            and n.used_at is null and n.expires_at > clock_timestamp()
          order by n.created_at desc, n.id limit 1), p_code);
end $$;
comment on function seal_auth.try_own_code(bytea, text) is
    'Tries the newest code of seal_auth.reauthenticate() in this session, five times each. Says nothing of it, but a '
    'ticket: if the code is right and the transaction commits, seal_auth.change_password() takes the ticket in another '
    'one.';

create function seal_auth.change_password(p_proof bytea, p_derived bytea, p_ticket bytea, p_salt bytea,
                                          p_password_proof bytea) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me      constant record := seal_private.person_of(p_proof);
    v_email   constant text := (select u.email from auth.users u where u.id = v_me.person);
    v_is_sure boolean;
begin
    -- A link that was mailed for this signed the session in, not long ago.
    select exists (select from jsonb_array_elements(s.amr) m
                    where m ->> 'method' = 'recovery'
                      and (m ->> 'timestamp')::bigint > extract(epoch from clock_timestamp()) - 600)
           or u.password_proof = sha256(p_derived)
      into v_is_sure
      from auth.sessions s join auth.users u on u.id = s.user_id where s.id = v_me.session;
    if v_is_sure is not true then
        update auth.one_time_tokens t set used_at = clock_timestamp()
         where t.id = seal_private.ticketed(p_ticket, v_email) and t.kind = 'reauth' and t.relates_to = v_me.session
           and t.used_at is null and t.expires_at > clock_timestamp();
        v_is_sure := found;
    end if;
    if v_is_sure is not true then
        return case when p_ticket is null and p_derived is null then 'asked' else 'refused' end;
    end if;
    perform seal_private.forget_tries(seal_private.bucket('own password', v_me.person::text));
    update auth.users u
       set password_salt = p_salt, password_proof = p_password_proof, password_set_at = clock_timestamp()
     where u.id = v_me.person;
    perform seal_private.end_sessions(v_me.person, v_me.session, 'the password was changed');
    -- one link sets one password, and those that wait are for the one before
    update auth.sessions s
       set amr = coalesce((select jsonb_agg(m) from jsonb_array_elements(s.amr) m where m ->> 'method' <> 'recovery'),
                          '[]') || '[{"method": "otp"}]'
     where s.id = v_me.session and s.amr @> '[{"method": "recovery"}]';
    update auth.one_time_tokens t set used_at = clock_timestamp()
     where t.user_id = v_me.person and t.kind in ('recovery', 'magic', 'reauth') and t.used_at is null;
    perform seal_private.record_account(v_me.person, 'account.password_changed'),
            seal_private.mail_account(v_me.person, 'password_changed', '{}');
    return 'changed';
end $$;
comment on function seal_auth.change_password(bytea, bytea, bytea, bytea, bytea) is
    'Sets another password, if the one before is shown (its 32 bytes), or a ticket of try_own_code(), or the session '
    'came by a link to recover within ten minutes. All other sessions end. changed, refused, or asked: nothing of that '
    'was shown.';

create function seal_auth.change_email(p_proof bytea, p_email text, p_params jsonb, p_ip inet) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me     constant record := seal_private.person_of(p_proof);
    v_email  constant text := (select u.email from auth.users u where u.id = v_me.person);
    v_locale constant text := seal_private.locale_of(v_me.person);
    v_wait   int := seal_private.wait_for_mail('email change', v_me.person::text, p_ip);
    v_old    uuid;
    v_new    uuid;
    v_free   boolean;
begin
    if v_wait = 0 then
        v_wait := seal_private.wait_for_mail('email change', p_email, p_ip);
    end if;
    if v_wait > 0 then
        return v_wait;
    end if;
    -- one change at a time
    update auth.one_time_tokens t set used_at = clock_timestamp(), relates_to = null
     where t.user_id = v_me.person and t.kind in ('email_old', 'email_new');
    v_free := not exists (select from auth.users u where lower(u.email) = lower(p_email));
    v_old := seal_private.issue_one_time('email_old', v_email, v_me.person, '1 day');
    v_new := seal_private.issue_one_time('email_new', p_email, v_me.person, '1 day');
    update auth.one_time_tokens t
       set relates_to = case t.id when v_old then v_new else v_old end,
           -- what is in no mail has a secret that nobody knows; all else is as if it were
           stored = case when t.id = v_new and not v_free then sha256(uuid_send(gen_random_uuid())) else t.stored end,
           attempts = case when t.id = v_new and not v_free then 5 else 0 end
     where t.id in (v_old, v_new);
    perform seal_private.mail_secret_to('email_change_old', v_old, v_email, v_locale,
                                        coalesce(p_params, '{}') || jsonb_build_object('new_email', p_email), true),
            seal_private.mail_secret_to(case when v_free then 'email_change_new' else 'signup_known' end,
                                        case when v_free then v_new end, p_email, v_locale, p_params, true);
    return 0;
end $$;
comment on function seal_auth.change_email(bytea, text, jsonb, inet) is
    'Mails a link to the address of the account and one to the new address: it changes when both were used. Nobody is '
    'told whether the new one has an account. Returns 0, or the seconds to wait.';

select seal_private.admit('seal_private.person_of(bytea)', 'sb_gate', '{}', 'who a proof is of'),
       seal_private.admit('seal_auth.account(bytea)', 'sb_gate', '{sb_auth}', 'a person reads their own account'),
       seal_private.admit('seal_auth.change_metadata(bytea, jsonb)', 'sb_gate', '{sb_auth}',
           'a person changes their own account'),
       seal_private.admit('seal_auth.reauthenticate(bytea, inet)', 'sb_gate', '{sb_auth}',
           'a person proves their own address again; the mail is the platform''s', 'all'),
       seal_private.admit('seal_auth.begin_own_password(bytea, inet)', 'sb_gate', '{sb_auth}',
           'a person shows their own password again; tries are counted for nobody''s organization', 'all'),
       seal_private.admit('seal_auth.try_own_code(bytea, text)', 'sb_gate', '{sb_auth}',
           'a person shows the code of a mail of their own'),
       seal_private.admit('seal_auth.change_password(bytea, bytea, bytea, bytea, bytea)', 'sb_gate', '{sb_auth}',
           'a person changes their own password'),
       seal_private.admit('seal_auth.change_email(bytea, text, jsonb, inet)', 'sb_gate', '{sb_auth}',
           'a person changes their own address; the mails are the platform''s', 'all');

-- migrate:down
