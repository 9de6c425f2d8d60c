-- migrate:up

-- Sign-in by a provider (OAuth 2, OpenID Connect). The browser goes there with a state and comes back with it and a
-- code; the process exchanges the code and verifies who the person is there, and vouches for that (see
-- seal_private.is_vouched()). Whom that signs in here, and what is added to whom, is decided below.

create function seal_auth.oauth_providers() returns text[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    return case when seal_private.keeps_accounts()
                then array(select p from unnest('{github,google}'::text[]) p where seal_private.has_key('oauth.' || p))
                else '{}' end;
end $$;
comment on function seal_auth.oauth_providers() is
    'The providers that the installer turned on, by name; none where another auth server keeps the people.';

create function seal_auth.begin_oauth(
    p_provider text, p_state_hash bytea, p_browser bytea, p_challenge bytea, p_verifier text, p_nonce text,
    p_redirect_to text, p_proof bytea, p_ip inet, out wait int, out outcome text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_session uuid;
begin
    perform seal_private.assert_own_accounts();
    wait := 0;
    if seal_private.has_key('oauth.' || p_provider) is not true then
        outcome := 'off';
        return;
    end if;
    if p_proof is not null then
        v_session := (seal_private.person_of(p_proof)).session;
    end if;
    -- a network that begins and never comes back fills no table
    wait := seal_private.take_try(seal_private.bucket('oauth', seal_private.network_of(p_ip)), 50);
    outcome := case when wait = 0 then 'begun' else 'wait' end;
    if wait = 0 then
        insert into auth.flows (provider, state_hash, browser, challenge, verifier, nonce, redirect_to, session_id,
                                expires_at)
        values (p_provider, p_state_hash, p_browser, p_challenge, p_verifier, p_nonce, p_redirect_to, v_session,
                clock_timestamp() + interval '10 minutes');
    end if;
end $$;
comment on function seal_auth.begin_oauth(text, bytea, bytea, bytea, text, text, text, bytea, inet) is
    'Begins a sign-in by a provider, for ten minutes, or with a proof the adding of an account there to the person. '
    'begun; off: the installer did not turn the provider on; wait: has the seconds. Raises CredentialRefusedError.';

create function seal_auth.show_state(
    p_state bytea, p_browser bytea, out outcome text, out flow uuid, out provider text, out verifier text,
    out nonce text, out redirect_to text, out is_coded boolean)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_flow record;
begin
    perform seal_private.assert_own_accounts();
    outcome := 'unknown';
    select f.* into v_flow from auth.flows f
     where f.state_hash = sha256(p_state) and f.shown_at is null and f.expires_at > clock_timestamp() for update;
    if not found then
        return;
    end if;
    update auth.flows f set shown_at = clock_timestamp(), verifier = null, nonce = null where f.id = v_flow.id;
    if v_flow.browser is distinct from p_browser then
        outcome := 'foreign';
        return;
    end if;
    outcome := 'shown';
    flow := v_flow.id; provider := v_flow.provider; verifier := v_flow.verifier; nonce := v_flow.nonce;
    redirect_to := v_flow.redirect_to; is_coded := v_flow.challenge is not null;
end $$;
comment on function seal_auth.show_state(bytea, bytea) is
    'Uses a state up that came back from a provider, whoever shows it. shown, with our verifier and the nonce; '
    'foreign: it began in another browser; unknown: used, older than ten minutes, or made up.';

-- The person with this account at the provider gets it once: of two who come at once one adds it.
create function seal_private.add_identity(p_user uuid, p_provider text, p_subject text, p_email text,
                                          p_is_verified boolean, p_name text) returns uuid
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_id uuid;
begin
    insert into auth.identities (user_id, provider, provider_id, email, email_verified, full_name, last_sign_in_at)
    values (p_user, p_provider, p_subject, p_email, coalesce(p_is_verified, false), coalesce(p_name, ''),
            clock_timestamp())
    on conflict (provider, provider_id) do nothing
    returning id into v_id;
    if v_id is null then
        return null;
    end if;
    perform seal_private.record_account(p_user, 'account.identity_added',
                jsonb_build_object('provider', p_provider, 'identity', v_id)),
            seal_private.mail_account(p_user, 'identity_added', jsonb_build_object('provider',
                case p_provider when 'google' then 'Google' else 'GitHub' end));
    return v_id;
end $$;

-- An account whose address nobody has proven may be of somebody who only waits for its owner. Whoever proves the
-- address now has it, and nothing of what was there before signs in.
create function seal_private.empty_account(p_user uuid) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    perform seal_private.end_sessions(p_user, null, 'the address was proven by another way');
    delete from auth.sessions s where s.user_id = p_user;       -- with steps, and tokens that wait
    delete from auth.identities i where i.user_id = p_user;
    delete from auth.factors f where f.user_id = p_user;
    delete from auth.passkeys k where k.user_id = p_user;
    delete from auth.recovery_codes c where c.user_id = p_user;
    delete from auth.devices d where d.user_id = p_user;
    delete from auth.flows f where f.user_id = p_user;
    update auth.one_time_tokens t set used_at = clock_timestamp()
     where t.used_at is null
       and (t.user_id = p_user
            or lower(t.email) = (select lower(u.email) from auth.users u where u.id = p_user));
    update auth.users u
       set password_salt = null, password_proof = null, password_set_at = null, raw_user_meta_data = '{}',
           email_confirmed_at = clock_timestamp()
     where u.id = p_user;
    perform seal_private.ensure_profile(u.id, u.email, null, u.email_confirmed_at)
       from auth.users u where u.id = p_user;
    perform seal_private.record_account(p_user, 'account.emptied');
end $$;

-- Whom an account at a provider signs in. It is known, or its address decides: one that the provider has proven, and
-- that no two ways of writing it small could confuse with another (U+212A is a k to some).
create function seal_private.person_of_identity(
    p_provider text, p_subject text, p_address text, p_is_verified boolean, p_name text, out outcome text,
    out person uuid)
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_address constant text := translate(p_address, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz');
    v_proven  timestamptz;
begin
    update auth.identities i
       set email = p_address, email_verified = coalesce(p_is_verified, false), last_sign_in_at = clock_timestamp()
     where i.provider = p_provider and i.provider_id = p_subject
    returning i.user_id into person;
    outcome := 'known';
    if person is not null then
        return;
    end if;
    if (p_is_verified and lower(v_address) = v_address and length(v_address) <= 320
        and v_address ~ '^[^@\s\u0001-\u001f\u007f-\u009f]+@[^@\s\u0001-\u001f\u007f-\u009f]+$') is not true then
        outcome := 'unverified';
        return;
    end if;
    select u.id, u.email_confirmed_at into person, v_proven
      from auth.users u where lower(u.email) = v_address for update;
    if person is not null and seal_private.is_banned(person) then
        return;
    end if;
    if person is null then
        person := seal_private.create_proven(v_address, jsonb_build_object('full_name', coalesce(p_name, '')), null,
                                             null);
        update auth.users u set raw_app_meta_data = u.raw_app_meta_data || jsonb_build_object('provider', p_provider)
         where u.id = person and not u.raw_app_meta_data ? 'provider' and u.created_at = now();
    elsif v_proven is null then
        perform seal_private.empty_account(person);
    end if;
    if seal_private.add_identity(person, p_provider, p_subject, p_address, p_is_verified, p_name) is null then
        select i.user_id into person from auth.identities i
         where i.provider = p_provider and i.provider_id = p_subject;
    end if;
end $$;

-- Adds an account at a provider to the person whose session asked for it, if that session lives.
create function seal_private.add_to_session(p_session uuid, p_provider text, p_subject text, p_address text,
                                            p_is_verified boolean, p_name text, out outcome text, out person uuid)
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    select s.user_id into person from auth.sessions s
     where s.id = p_session and s.revoked_at is null and least(s.not_after, s.not_idle_after) > clock_timestamp()
       and (s.aal = 2 or not seal_private.has_factor(s.user_id));
    outcome := 'refused';
    if person is null then
        return;
    end if;
    perform seal_private.lock_person(person);
    outcome := 'known';
    if exists (select from auth.identities i where i.provider = p_provider and i.provider_id = p_subject) then
        outcome := 'taken';
    elsif (select count(*) from auth.identities i where i.user_id = person) >= 10 then
        outcome := 'too_many';
    elsif seal_private.add_identity(person, p_provider, p_subject, p_address, p_is_verified, p_name) is null then
        outcome := 'taken';
    end if;
end $$;

create function seal_auth.finish_oauth(
    p_state bytea, p_browser bytea, p_provider text, p_subject text, p_address text, p_is_verified boolean,
    p_name text, p_code_hash bytea, p_device bytea, p_ip inet, p_agent text, p_mac bytea, out outcome text,
    out account uuid, out session uuid, out counter int, out mac bytea, out address text, out level int,
    out methods jsonb)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_flow  record;
    v_who   record;
    v_found record;
    v_new   uuid;
begin
    perform seal_private.assert_own_accounts();
    outcome := 'refused';
    select f.* into v_flow from auth.flows f
     where f.state_hash = sha256(p_state) and f.browser = p_browser and f.provider = p_provider
       and f.shown_at is not null and f.used_at is null and f.user_id is null and f.expires_at > clock_timestamp()
       for update;
    if not found then
        return;
    end if;
    if seal_private.is_vouched('oauth.' || p_provider,
           array[v_flow.id::text, encode(p_state, 'hex'), encode(p_browser, 'hex'), p_provider, p_subject, p_address,
                 p_is_verified::text, p_name, encode(p_code_hash, 'hex'), encode(p_device, 'hex')], p_mac)
       is not true then
        raise exception 'nobody vouches for this' using errcode = '28000';
    end if;
    update auth.flows f set used_at = clock_timestamp() where f.id = v_flow.id;
    if v_flow.session_id is null then
        select * into v_who
          from seal_private.person_of_identity(p_provider, p_subject, p_address, p_is_verified, p_name);
    else
        select * into v_who from seal_private.add_to_session(v_flow.session_id, p_provider, p_subject, p_address,
                                                             p_is_verified, p_name);
    end if;
    outcome := case when seal_private.is_banned(v_who.person) then 'banned' else v_who.outcome end;
    if outcome <> 'known' then
        return;
    end if;
    perform seal_private.take_back_try(seal_private.bucket('oauth', seal_private.network_of(p_ip)));
    if v_flow.challenge is not null then
        outcome := 'coded';
        update auth.flows f
           set user_id = v_who.person, email = (select u.email from auth.users u where u.id = v_who.person),
               method = 'oauth', code_hash = p_code_hash, used_at = null,
               expires_at = clock_timestamp() + interval '5 minutes'
         where f.id = v_flow.id;
    elsif v_flow.session_id is not null then
        outcome := 'added';
    else
        outcome := 'signed_in';
        v_new := seal_private.sign_in(v_who.person, 'oauth', p_device, p_ip, p_agent);
        select * into v_found from seal_private.describe_session(v_new);
        account := v_found.account; session := v_found.session; counter := v_found.counter; mac := v_found.mac;
        address := v_found.address; level := v_found.level; methods := v_found.methods;
    end if;
end $$;
comment on function
    seal_auth.finish_oauth(bytea, bytea, text, text, text, boolean, text, bytea, bytea, inet, text, bytea) is
    'Ends a sign-in by a provider with what the process found there and vouches for: the MAC under the key of the '
    'provider, over the flow''s id and every argument before it but network and program. signed_in, with a session; '
    'coded: the code with this sha256 is good for five minutes; added: to the person who asked. unverified: the '
    'provider has not proven the address; banned; taken: somebody has this account already; too_many: ten; refused: '
    'no such flow. Raises CredentialRefusedError where nobody vouches.';

-- The installer -------------------------------------------------------------------------------------------------------

create function core.keep_provider(p_provider text, p_key bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_was_changed boolean;
begin
    perform seal_private.assert_own_accounts();
    v_was_changed := seal_private.keep_vouching_key('oauth.' || p_provider, p_key);
    -- whoever is on the way there comes back to nothing
    update auth.flows f set used_at = clock_timestamp() where f.provider = p_provider and f.used_at is null;
    perform system.record_for('00000000-0000-0000-0000-000000000000',
        case when p_key is null then 'accounts.provider_off' else 'accounts.provider_on' end, 'profiles', null,
        jsonb_build_object('provider', p_provider));
    return v_was_changed;
end $$;
comment on function core.keep_provider(text, bytea) is
    'Turns sign-in by a provider on, with the key by which the process vouches for it, or off: null. False if it was '
    'off already. Raises AccountsElsewhereError. For the installer: no login may call it.';

create function core.providers() returns text[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    return array(select p from unnest('{github,google}'::text[]) p where seal_private.has_key('oauth.' || p));
end $$;
comment on function core.providers() is
    'The providers whose key is in the database. For the installer: no login may call it.';

select seal_private.admit('seal_auth.oauth_providers()', 'sb_gate', '{sb_auth}',
           'clients ask how people may sign in before anybody does', 'all'),
       seal_private.admit(
           'seal_auth.begin_oauth(text, bytea, bytea, bytea, text, text, text, bytea, inet)', 'sb_gate', '{sb_auth}',
           'a person goes to a provider before there is a context', 'all'),
       seal_private.admit('seal_auth.show_state(bytea, bytea)', 'sb_gate', '{sb_auth}',
           'a person comes back from a provider before there is a context'),
       seal_private.admit('seal_private.add_identity(uuid, text, text, text, boolean, text)', 'sb_gate', '{}',
           'adds an account at a provider to a person; its callers have seen what it takes'),
       seal_private.admit('seal_private.empty_account(uuid)', 'sb_gate', '{}',
           'an account that nobody has proven keeps nothing when its address is'),
       seal_private.admit('seal_private.person_of_identity(text, text, text, boolean, text)', 'sb_gate', '{}',
           'whom an account at a provider signs in'),
       seal_private.admit('seal_private.add_to_session(uuid, text, text, text, boolean, text)', 'sb_gate', '{}',
           'adds an account at a provider to the person who asked'),
       seal_private.admit(
           'seal_auth.finish_oauth(bytea, bytea, text, text, text, boolean, text, bytea, bytea, inet, text, bytea)',
           'sb_gate', '{sb_auth}', 'the process vouches for what a provider said, by a key that no login reads', 'all'),
       seal_private.admit('core.keep_provider(text, bytea)', 'sb_gate', '{}',
           'the installer says by which providers people sign in'),
       seal_private.admit('core.providers()', 'sb_gate', '{}', 'the installer sees which providers are on');

-- migrate:down
