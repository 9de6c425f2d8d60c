-- migrate:up

-- Sign-in by password. The process derives 32 bytes from the password by argon2id, which takes a while on purpose; the
-- database gives the salt before and compares after. So no statement, whoever wrote it, signs anybody in without the
-- password, and none shows a hash that passwords could be tried at.

-- Any address has a salt: where there is no account, or none with a password, it is made up, the same each time.
create function seal_private.salt_of(p_email text) returns bytea
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_made_up constant bytea := substr(seal_private.new_mail_secret('salt.' || lower(p_email)), 1, 16);
begin
    return coalesce((select u.password_salt from auth.users u where lower(u.email) = lower(p_email)), v_made_up);
end $$;

create function seal_auth.begin_password(p_email text, p_device bytea, p_ip inet, out wait int, out salt bytea)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform seal_private.assert_own_accounts();
    wait := seal_private.wait_for('password', p_email, p_device, p_ip);
    if wait = 0 then
        salt := seal_private.salt_of(p_email);
    end if;
end $$;
comment on function seal_auth.begin_password(text, bytea, inet) is
    'Counts a try and returns the salt to derive with, which any address has; or the seconds to wait. Tries are '
    'counted by network and by account, but by browser where the person signed in with it before.';

create function seal_auth.finish_password(
    p_email text, p_derived bytea, p_device bytea, p_ip inet, p_agent text, out outcome text, out account uuid,
    out session uuid, out counter int, out mac bytea, out address text, out level int, out methods jsonb)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_user    record;
    v_found   record;
    v_session uuid;
begin
    perform seal_private.assert_own_accounts();
    select u.id, u.password_proof = sha256(p_derived) as is_right into v_user
      from auth.users u where lower(u.email) = lower(p_email);
    if (v_user.is_right and not seal_private.is_banned(v_user.id)) is not true then
        outcome := 'refused';
        return;
    end if;
    perform seal_private.forget_tries(seal_private.bucket_of('password', p_email, p_device)),
            seal_private.take_back_try(seal_private.bucket('password', seal_private.network_of(p_ip)));
    outcome := 'signed_in';
    v_session := seal_private.sign_in(v_user.id, 'password', p_device, p_ip, p_agent);
    select * into v_found from seal_private.describe_session(v_session);
    account := v_found.account; session := v_found.session; counter := v_found.counter; mac := v_found.mac;
    address := v_found.address; level := v_found.level; methods := v_found.methods;
end $$;
comment on function seal_auth.finish_password(text, bytea, bytea, inet, text) is
    'Signs a person in by the 32 bytes that argon2id derived with the salt of begin_password(); refused: wrong, no '
    'such account, no password, or suspended, and nobody is told which.';

select seal_private.admit('seal_private.salt_of(text)', 'sb_gate', '{}', 'any address has a salt'),
       seal_private.admit('seal_auth.begin_password(text, bytea, inet)', 'sb_gate', '{sb_auth}',
           'a password is shown before there is a context; any address has an answer', 'all'),
       seal_private.admit('seal_auth.finish_password(text, bytea, bytea, inet, text)', 'sb_gate', '{sb_auth}',
           'what argon2id made of a password is the proof');

-- migrate:down
