-- migrate:up

-- Accounts, in three hands. Where they are ours, sign-in works by what a person shows: see the files that follow. Where
-- another auth server keeps them, the process vouches for what that server said. And the installer, who may do
-- everything, creates accounts and signs in as people without showing anything; no login may.

-- An address counts once it is proven: until then nothing is shown or given for it. While a new one is not, the
-- profile goes on showing the one before, and nothing hangs on that either: the account has it no more.
create function seal_private.ensure_profile(p_user uuid, p_email text, p_full_name text, p_confirmed_at timestamptz)
    returns void
language sql set search_path = pg_catalog, pg_temp as $$
    insert into public.profiles as p (id, email, email_confirmed_at, full_name)
    values (p_user, p_email, p_confirmed_at, coalesce(p_full_name, ''))
    on conflict (id) do update
       set email = case when excluded.email_confirmed_at is null then p.email else excluded.email end,
           email_confirmed_at = excluded.email_confirmed_at
     where (p.email, p.email_confirmed_at) is distinct from (excluded.email, excluded.email_confirmed_at)
$$;
comment on function seal_private.ensure_profile(uuid, text, text, timestamptz) is
    'The profile of a person. Confirmed: since when it is known that the address is theirs; null: they only say so, '
    'and it counts for nothing.';


create function seal_private.is_banned(p_user uuid) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
    return exists (select from auth.users u where u.id = p_user and u.banned_until > clock_timestamp());
end $$;

-- Another auth server -------------------------------------------------------------------------------------------------

create function seal_private.assert_accounts_elsewhere() returns void
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
    if seal_private.keeps_accounts() then
        raise exception 'accounts are kept by this database: nobody is signed in by name' using errcode = '42501';
    end if;
end $$;

-- The other server's answers are verified by the process; the database has nothing to hold them against. So it takes
-- the process's word, signed (see seal_private.is_vouched()), and nobody else's on the login of sign-in.
create function seal_private.vouched_moment(p_moment timestamptz) returns text
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
    select round(extract(epoch from p_moment) * 1000000)::text
$$;
comment on function seal_private.vouched_moment(timestamptz) is
    'A moment as the process signs it: microseconds since 1970, the same in every time zone and setting.';

create function seal_auth.ensure_profile(p_user uuid, p_email text, p_full_name text, p_confirmed_at timestamptz,
                                         p_at timestamptz, p_mac bytea) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform seal_private.assert_accounts_elsewhere();
    -- What was signed once would put an older address back: it ends after five minutes, on clocks as far apart.
    if (seal_private.is_vouched('accounts.elsewhere',
            array['ensure_profile', p_user::text, p_email, p_full_name, seal_private.vouched_moment(p_confirmed_at),
                  seal_private.vouched_moment(p_at)], p_mac)
        and p_at between clock_timestamp() - interval '5 minutes' and clock_timestamp() + interval '5 minutes')
       is not true then
        raise exception 'nobody vouches for this' using errcode = '28000';
    end if;
    perform seal_private.ensure_profile(p_user, p_email, p_full_name, p_confirmed_at);
end $$;
comment on function seal_auth.ensure_profile(uuid, text, text, timestamptz, timestamptz, bytea) is
    'The profile of a person whom another auth server keeps. Confirmed: since when it knows that the address is theirs '
    '(Supabase: email_confirmed_at of the user, and never a claim of the token); null: they only say so. At: when it '
    'was asked; five minutes later that counts no more, so whoever has seen a MAC can put an older address back within '
    'these and not after. The MAC is over the word ensure_profile and every argument before it. Raises '
    'CredentialRefusedError where nobody vouches, NotAllowedError where accounts are ours.';

create function seal_auth.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamptz, p_aal int,
                                        p_mac bytea) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform seal_private.assert_accounts_elsewhere();
    if seal_private.is_vouched('accounts.elsewhere',
           array['start_session', encode(p_proof, 'hex'), p_user::text, p_session::text,
                 seal_private.vouched_moment(p_expires), p_aal::text], p_mac) is not true then
        raise exception 'nobody vouches for this' using errcode = '28000';
    end if;
    if not exists (select from public.profiles p where p.id = p_user) then
        raise exception 'no such person' using errcode = '28000';
    end if;
    begin
        perform seal_private.add_credential('session', p_proof, p_user, null, p_session, 4, p_expires, p_aal);
    exception when unique_violation then
        null;   -- another process was first with this token; or it was revoked, and stays so
    end;
end $$;
comment on function seal_auth.start_session(bytea, uuid, uuid, timestamptz, int, bytea) is
    'Registers an access token that another auth server made and the process verified: its proof opens contexts for '
    'this person until it expires. p_aal: factors shown there, 1 or 2. Once registered it is never changed, so one '
    'that was revoked stays so. The MAC is over the word start_session and every argument before it. It may be shown '
    'again: it registers only the same token, of 256 bits that whoever repeats it does not have, for the same person '
    'until the same moment. Raises CredentialRefusedError where nobody vouches, NotAllowedError where accounts are '
    'ours.';

create function seal_auth.is_word_taken(p_nonce bytea, p_mac bytea) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    return coalesce(seal_private.is_vouched('accounts.elsewhere', array['is_word_taken', encode(p_nonce, 'hex')],
                                            p_mac), false);
end $$;
comment on function seal_auth.is_word_taken(bytea, bytea) is
    'True if the process that made the MAC, over the word is_word_taken and the nonce, has the key by which it vouches '
    'for the people of another auth server. It is asked before anybody is served.';

create function seal_auth.keeps_accounts() returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    return seal_private.keeps_accounts();
end $$;
comment on function seal_auth.keeps_accounts() is
    'True if our functions sign people in, false if another auth server does.';

-- The installer -------------------------------------------------------------------------------------------------------

create function core.create_account(p_email text, p_full_name text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_user uuid;
begin
    perform seal_private.assert_own_accounts();
    insert into auth.users (email, email_confirmed_at, raw_user_meta_data)
    values (p_email, now(), jsonb_build_object('full_name', p_full_name)) returning id into v_user;
    perform seal_private.ensure_profile(v_user, p_email, p_full_name, now());
    return v_user;
end $$;
comment on function core.create_account(text, text) is
    'Creates a person who can sign in by mail, with an address that the installer vouches for. Raises '
    'AddressTakenError if the address has an account. For the installer: no login may call it.';

create function core.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if not exists (select from public.profiles p where p.id = p_user) then
        raise exception 'no such person' using errcode = '28000';
    end if;
    if seal_private.keeps_accounts() then
        if seal_private.is_banned(p_user) then
            raise exception 'the account is suspended' using errcode = '28000';
        end if;
        -- one sign-in has several tokens, one after the other
        insert into auth.sessions as s (id, user_id, not_after, not_idle_after, amr)
        values (p_session, p_user, p_expires, p_expires, '[{"method": "installer"}]')
        on conflict on constraint sessions_pkey do update set not_after = greatest(s.not_after, excluded.not_after),
               not_idle_after = greatest(s.not_idle_after, excluded.not_idle_after)
         where s.user_id = excluded.user_id and s.revoked_at is null;
        if not found then
            raise exception 'the session is somebody else''s' using errcode = '28000';
        end if;
    end if;
    -- the installer shows no factor and needs none: organizations that ask for two open to its command line
    perform seal_private.add_credential('session', p_proof, p_user, null, p_session, 4, p_expires, 2);
end $$;
comment on function core.start_session(bytea, uuid, uuid, timestamptz) is
    'Signs in as a person, without anything of theirs: the proof opens contexts until it expires. For the installer: '
    'no login may call it.';

create function core.end_session(p_session uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform seal_private.revoke_subject('session', null, p_session);
    if seal_private.keeps_accounts() then
        update auth.sessions s set revoked_at = clock_timestamp(), revoked_why = 'the installer ended it'
         where s.id = p_session and s.revoked_at is null;
    end if;
end $$;
comment on function core.end_session(uuid) is
    'Ends a session: every token of it is void from the next transaction on. For the installer: no login may call it.';

create function core.keep_accounts_elsewhere(p_elsewhere boolean, p_key bytea) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if p_elsewhere is distinct from (p_key is not null) then
        raise exception 'elsewhere: say true with a key, or false without' using errcode = '22004';
    end if;
    if not p_elsewhere and not seal_private.owns_auth() then
        raise exception 'accounts are kept by the auth server of this database' using errcode = '0A000';
    end if;
    perform seal_private.keep_vouching_key('accounts.elsewhere', p_key);
    if p_elsewhere then
        perform system.record_for('00000000-0000-0000-0000-000000000000', 'accounts.key_made', 'profiles', null,
            '{}');
    end if;
    if not seal_private.owns_auth() then
        return 0;   -- people are there already
    end if;
    if p_elsewhere then
        insert into seal_private.accounts_elsewhere (is_so) values (true) on conflict do nothing;
    else
        delete from seal_private.accounts_elsewhere;
    end if;
    if not found then
        return 0;
    end if;
    update auth.sessions s set revoked_at = clock_timestamp(), revoked_why = 'accounts moved'
     where s.revoked_at is null;
    -- an address is proven where the accounts are: the same one may come again with another person
    update public.profiles p
       set email_confirmed_at = case when p_elsewhere then null
                                     else (select u.email_confirmed_at from auth.users u where u.id = p.id) end
     where p.email_confirmed_at is not null or not p_elsewhere;
    perform system.record_for('00000000-0000-0000-0000-000000000000', 'accounts.moved', 'profiles', null,
        jsonb_build_object('elsewhere', p_elsewhere));
    return seal_private.revoke_sessions();
end $$;
comment on function core.keep_accounts_elsewhere(boolean, bytea) is
    'Gives the signing in of people to an auth server that is not in this database, with the key by which the process '
    'vouches for what that one says, or takes it back, without a key; all sessions end, and addresses count as proven '
    'again once the other one says so. Where it is so already, the key alone is replaced, and what the one before '
    'signed counts no more; so it is where schema auth is another''s. Returns how many tokens are void by it. Taking '
    'back raises AccountsElsewhereError there. For the installer: no login may call it.';

select seal_private.admit('seal_private.ensure_profile(uuid, text, text, timestamptz)', 'sb_gate', '{}',
           'the only writer of people''s addresses'),
       seal_private.admit('seal_private.is_banned(uuid)', 'sb_gate', '{}', 'a suspended account signs in nowhere'),
       seal_private.admit('seal_private.assert_accounts_elsewhere()', 'sb_gate', '{}',
           'where accounts are ours, nobody is signed in by name'),
       seal_private.admit('seal_private.vouched_moment(timestamptz)', 'sb_gate', '{}', 'what the process signs'),
       seal_private.admit('seal_auth.ensure_profile(uuid, text, text, timestamptz, timestamptz, bytea)', 'sb_gate',
           '{sb_auth}', 'the process vouches for people of another auth server, by a key that no login reads', 'all'),
       seal_private.admit('seal_auth.start_session(bytea, uuid, uuid, timestamptz, integer, bytea)', 'sb_gate',
           '{sb_auth}', 'the process vouches for tokens of another auth server, by a key that no login reads', 'all'),
       seal_private.admit('seal_auth.is_word_taken(bytea, bytea)', 'sb_gate', '{sb_auth}',
           'the API asks whether its word counts before it serves', 'all'),
       seal_private.admit('seal_auth.keeps_accounts()', 'sb_gate', '{sb_auth}',
           'the API asks who signs people in before it serves', 'all'),
       seal_private.admit('core.keep_accounts_elsewhere(boolean, bytea)', 'sb_gate', '{}',
           'the installer says who signs people in'),
       seal_private.admit('core.create_account(text, text)', 'sb_gate', '{}', 'the installer creates an account'),
       seal_private.admit('core.start_session(bytea, uuid, uuid, timestamptz)', 'sb_gate', '{}',
           'the installer acts as a person of its own installation'),
       seal_private.admit('core.end_session(uuid)', 'sb_gate', '{}', 'the installer signs out where it signed in');

-- migrate:down
