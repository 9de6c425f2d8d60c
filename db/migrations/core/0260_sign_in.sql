-- migrate:up

-- Sign-in: called by sb_auth alone, which is trusted to have checked who it is.

-- An address counts once it is proven: until then nothing is shown or given for it. While a new one is not, the
-- profile goes on showing the one before, and nothing hangs on that either: the account has it no more.
create function seal_auth.ensure_profile(p_user uuid, p_email text, p_full_name text, p_confirmed_at timestamptz)
    returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
    insert into public.profiles as p (id, email, email_confirmed_at, full_name)
    values (p_user, p_email, p_confirmed_at, coalesce(p_full_name, ''))
    on conflict (id) do update
       set email = case when excluded.email_confirmed_at is null then p.email else excluded.email end,
           email_confirmed_at = excluded.email_confirmed_at
     where (p.email, p.email_confirmed_at) is distinct from (excluded.email, excluded.email_confirmed_at)
$$;
comment on function seal_auth.ensure_profile(uuid, text, text, timestamptz) is
    'The profile of a person whom an auth server vouches for. Confirmed: since when it knows that the address is '
    'theirs (Supabase: email_confirmed_at of the user, and never a claim of the token); null: they only say so, and '
    'it counts for nothing.';

create function seal_auth.create_user(p_email text, p_encrypted_password text, p_full_name text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_user uuid;
begin
    if not seal_private.owns_auth() then
        raise exception 'accounts are made by the auth server of this database' using errcode = '0A000';
    end if;
    insert into auth.users (email, encrypted_password) values (p_email, p_encrypted_password) returning id into v_user;
    perform seal_auth.ensure_profile(v_user, p_email, p_full_name, null);
    return v_user;
end $$;
comment on function seal_auth.create_user(text, text, text) is
    'Creates a person who can sign in, with an address that is not proven yet (seal_auth.confirm_email). Raises '
    'AddressTakenError if the address has an account.';

create function seal_auth.confirm_email(p_user uuid, p_email text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_since timestamptz;
    v_email text;
begin
    if not seal_private.owns_auth() then
        raise exception 'addresses are confirmed by the auth server of this database' using errcode = '0A000';
    end if;
    -- The address is named: the account may have another by now than the one that the proof was sent to.
    update auth.users u set email_confirmed_at = coalesce(u.email_confirmed_at, now())
     where u.id = p_user and lower(u.email) = lower(p_email)
    returning u.email_confirmed_at, u.email into v_since, v_email;
    if not found then
        raise exception 'this person has another address' using errcode = 'P0002';
    end if;
    perform seal_auth.ensure_profile(p_user, v_email, null, v_since);
end $$;
comment on function seal_auth.confirm_email(uuid, text) is
    'Records that the person has proven that the address is theirs: from the next transaction on they see the '
    'invitations to it. Raises NotFoundError if the account has another address.';

create function seal_auth.change_email(p_user uuid, p_email text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if not seal_private.owns_auth() then
        raise exception 'addresses are changed at the auth server of this database' using errcode = '0A000';
    end if;
    update auth.users u set email = p_email, email_confirmed_at = null where u.id = p_user;
    if not found then
        raise exception 'no such person' using errcode = 'P0002';
    end if;
    perform seal_auth.ensure_profile(p_user, p_email, null, null);
end $$;
comment on function seal_auth.change_email(uuid, text) is
    'Sets another address, which is not proven yet; the one before counts no more. Raises AddressTakenError if the '
    'address has an account.';

create function seal_auth.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if not exists (select from public.profiles p where p.id = p_user) then
        raise exception 'no such person' using errcode = '28000';
    end if;
    if seal_private.owns_auth() then
        if exists (select from auth.users u where u.id = p_user and u.banned_until > clock_timestamp()) then
            raise exception 'the account is suspended' using errcode = '28000';
        end if;
        -- one sign-in has several tokens, one after the other
        insert into auth.sessions as s (id, user_id, not_after) values (p_session, p_user, p_expires)
        on conflict on constraint sessions_pkey do update set not_after = greatest(s.not_after, excluded.not_after)
         where s.user_id = excluded.user_id;
        if not found then
            raise exception 'the session is somebody else''s' using errcode = '28000';
        end if;
        update auth.users set last_sign_in_at = now() where id = p_user;
    end if;
    perform seal_private.add_credential('session', p_proof, p_user, null, p_session, 4, p_expires);
end $$;
comment on function seal_auth.start_session(bytea, uuid, uuid, timestamptz) is
    'Registers an access token: its proof opens contexts for this person until it expires.';

create function seal_auth.end_session(p_session uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform seal_private.revoke_subject('session', null, p_session);
    if seal_private.owns_auth() then
        delete from auth.sessions where id = p_session;
    end if;
end $$;
comment on function seal_auth.end_session(uuid) is
    'Signs out: every token of the session is void from the next transaction on.';

select seal_private.admit('seal_auth.ensure_profile(uuid, text, text, timestamptz)', 'sb_gate', '{sb_auth}',
           'profiles have no organization to open', 'all'),
       seal_private.admit('seal_auth.create_user(text, text, text)', 'sb_gate', '{sb_auth}',
           'sign-up comes before any context', 'all'),
       seal_private.admit('seal_auth.confirm_email(uuid, text)', 'sb_gate', '{sb_auth}',
           'an address is proven to the sign-in code', 'all'),
       seal_private.admit('seal_auth.change_email(uuid, text)', 'sb_gate', '{sb_auth}',
           'accounts belong to no organization', 'all'),
       seal_private.admit('seal_auth.start_session(bytea, uuid, uuid, timestamptz)', 'sb_gate', '{sb_auth}',
           'sign-in comes before any context', 'all'),
       seal_private.admit('seal_auth.end_session(uuid)', 'sb_gate', '{sb_auth}',
           'sign-out must work without a context', 'all');

-- migrate:down
