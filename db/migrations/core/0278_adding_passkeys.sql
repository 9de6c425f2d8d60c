-- migrate:up

-- What a browser and a device say of a passkey (WebAuthn, 5.8.1 and 6.1), and a person's own passkeys.

-- The browser's word: what was asked of it, by which challenge and which page. A page inside another one is refused.
create function seal_private.client_said(p_client bytea, p_type text, p_challenge bytea, p_origin text) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
    v_said jsonb;
begin
    if (octet_length(p_client) <= 4096) is not true then
        return false;
    end if;
    begin
        v_said := convert_from(p_client, 'UTF8')::jsonb;
    exception when data_exception or statement_too_complex or character_not_in_repertoire then
        return false;   -- no JSON
    end;
    return coalesce(v_said ->> 'type' = p_type and v_said ->> 'challenge' = seal_private.base64url(p_challenge)
                    and v_said ->> 'origin' = p_origin and v_said -> 'crossOrigin' is distinct from 'true'
                    and not v_said ? 'topOrigin', false);
end $$;
comment on function seal_private.client_said(bytea, text, bytea, text) is
    'True if the client data are of this type, challenge and origin, and of no page inside another. Never null.';

-- The device's word: 32 bytes of the hash of our name, flags, and four of a count.
create function seal_private.device_said(p_data bytea, p_rp_id text, out is_ours boolean, out counter bigint,
                                         out can_sync boolean, out is_synced boolean)
language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
declare
    v_flags int;
begin
    is_ours := false;
    if (octet_length(p_data) between 37 and 4096) is not true then
        return;
    end if;
    v_flags := get_byte(p_data, 32);
    counter := seal_private.whole_number(substr(p_data, 34, 4))::bigint;
    can_sync := v_flags & 8 > 0;
    is_synced := v_flags & 16 > 0;
    -- 1: the person was there, 4: and the device saw who they are
    is_ours := coalesce(substr(p_data, 1, 32) = sha256(convert_to(p_rp_id, 'UTF8')), false)
               and v_flags & 5 = 5 and (can_sync or not is_synced);
end $$;
comment on function seal_private.device_said(bytea, text) is
    'The authenticator data: is_ours if they are of our name, of a person who was there and was verified, and not '
    'contradictory. Never null but for what follows from too few bytes.';

-- The id in the data of a new passkey is the one that is kept.
create function seal_private.device_made(p_data bytea, p_credential bytea) returns boolean
language sql immutable set search_path = pg_catalog, pg_temp as $$
    select coalesce(get_byte(p_data, 32) & 64 > 0
                    and substr(p_data, 54, 2) = substr(int4send(octet_length(p_credential)), 3)
                    and substr(p_data, 56, octet_length(p_credential)) = p_credential, false)
$$;

-- A person's own passkeys ---------------------------------------------------------------------------------------------

-- What a session must have shown to change them: as for the factors.
create function seal_private.may_change_passkeys(p_person uuid, p_session uuid) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
    return not seal_private.has_factor(p_person)
           or (select s.aal from auth.sessions s where s.id = p_session) = 2;
end $$;

create function seal_auth.begin_passkey(
    p_proof bytea, p_origin text, p_rp_id text, out outcome text, out id uuid, out challenge bytea,
    out expires_at timestamptz, out account uuid, out address text, out known bytea[])
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me record;
begin
    select * into v_me from seal_private.person_before_second_step(p_proof);
    if not seal_private.may_change_passkeys(v_me.person, v_me.session) then
        outcome := 'second_step';
        return;
    end if;
    select coalesce(array_agg(k.credential_id order by k.created_at), '{}') into known
      from auth.passkeys k where k.user_id = v_me.person;
    if cardinality(known) >= 10 then
        outcome := 'too_many';
        return;
    end if;
    -- ten at most: the oldest go
    delete from auth.passkey_challenges c
     where c.session_id = v_me.session
       and c.id not in (select k.id from auth.passkey_challenges k where k.session_id = v_me.session
                         order by k.created_at desc, k.id limit 9);
    insert into auth.passkey_challenges as c (session_id, origin, rp_id) values (v_me.session, p_origin, p_rp_id)
    returning c.id, c.challenge, c.expires_at
         into begin_passkey.id, begin_passkey.challenge, begin_passkey.expires_at;
    select u.id, u.email into account, address from auth.users u where u.id = v_me.person;
    outcome := 'begun';
end $$;
comment on function seal_auth.begin_passkey(bytea, text, text) is
    'Begins a passkey of the person: the challenge that their device signs, for five minutes, and the ids of those '
    'that they have. p_origin, p_rp_id: of our pages, from the settings. second_step: the session has to show a factor '
    'first; too_many: ten. Raises CredentialRefusedError.';

create function seal_auth.add_passkey(
    p_proof bytea, p_challenge uuid, p_credential bytea, p_algorithm int, p_key bytea, p_exponent int, p_data bytea,
    p_client bytea, p_transports text[], p_name text, out outcome text, out id uuid, out friendly_name text,
    out created_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me   record;
    v_step record;
    v_said record;
begin
    select * into v_me from seal_private.person_before_second_step(p_proof);
    if not seal_private.may_change_passkeys(v_me.person, v_me.session) then
        outcome := 'second_step';
        return;
    end if;
    update auth.passkey_challenges c set used_at = clock_timestamp()
     where c.id = p_challenge and c.session_id = v_me.session and c.used_at is null
    returning c.* into v_step;
    if not found then
        outcome := 'unknown';
        return;
    elsif v_step.expires_at <= clock_timestamp() then
        outcome := 'expired';
        return;
    end if;
    v_said := seal_private.device_said(p_data, v_step.rp_id);
    if not (v_said.is_ours and seal_private.device_made(p_data, p_credential)
            and seal_private.client_said(p_client, 'webauthn.create', v_step.challenge, v_step.origin)
            and seal_private.is_passkey(p_algorithm, p_key, p_exponent)) then
        outcome := 'refused';
        return;
    end if;
    perform seal_private.lock_person(v_me.person);      -- of two that come at once both are counted
    if (select count(*) from auth.passkeys k where k.user_id = v_me.person) >= 10 then
        outcome := 'too_many';
        return;
    end if;
    insert into auth.passkeys as k (user_id, credential_id, rp_id, algorithm, key, exponent, counter, can_sync,
                                    is_synced, transports, friendly_name)
    values (v_me.person, p_credential, v_step.rp_id, p_algorithm, p_key, p_exponent, v_said.counter, v_said.can_sync,
            v_said.is_synced, p_transports, p_name)
    on conflict (credential_id) do nothing
    returning k.id, k.friendly_name, k.created_at
         into add_passkey.id, add_passkey.friendly_name, add_passkey.created_at;
    if not found then
        outcome := 'taken';
        return;
    end if;
    outcome := 'added';
    perform seal_private.record_account(v_me.person, 'account.passkey_added', jsonb_build_object('passkey', id)),
            seal_private.mail_account(v_me.person, 'passkey_added',
                jsonb_build_object('passkey', seal_private.in_one_line(friendly_name)));
end $$;
comment on function seal_auth.add_passkey(bytea, uuid, bytea, int, bytea, int, bytea, bytea, text[], text) is
    'Adds the passkey that answers a challenge of this session; the challenge is used up, whatever comes of it. '
    'second_step, too_many: as in seal_auth.begin_passkey(); unknown, expired: the challenge; refused: it is not what '
    'was asked for, or no key that we take; taken: it was added before. Raises CredentialRefusedError.';

create function seal_auth.own_passkeys(p_proof bytea)
    returns table (id uuid, friendly_name text, created_at timestamptz, last_used_at timestamptz, transports text[],
                   is_synced boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me constant record := seal_private.person_of(p_proof);
begin
    return query
        select k.id, k.friendly_name, k.created_at, k.last_used_at, k.transports, k.is_synced
          from auth.passkeys k where k.user_id = v_me.person order by k.created_at, k.id;
end $$;
comment on function seal_auth.own_passkeys(bytea) is 'The person''s own passkeys. Raises CredentialRefusedError.';

create function seal_auth.rename_passkey(
    p_proof bytea, p_passkey uuid, p_name text, out id uuid, out friendly_name text, out created_at timestamptz,
    out last_used_at timestamptz, out transports text[], out is_synced boolean)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me constant record := seal_private.person_of(p_proof);
begin
    update auth.passkeys k set friendly_name = p_name where k.id = p_passkey and k.user_id = v_me.person
    returning k.id, k.friendly_name, k.created_at, k.last_used_at, k.transports, k.is_synced
         into rename_passkey.id, rename_passkey.friendly_name, rename_passkey.created_at, rename_passkey.last_used_at,
              rename_passkey.transports, rename_passkey.is_synced;
end $$;
comment on function seal_auth.rename_passkey(bytea, uuid, text) is
    'Gives one of the person''s own passkeys another name; null: they have none of this id. Raises '
    'CredentialRefusedError.';

create function seal_auth.remove_passkey(p_proof bytea, p_passkey uuid) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me   record;
    v_name text;
begin
    select * into v_me from seal_private.person_before_second_step(p_proof);
    if not seal_private.may_change_passkeys(v_me.person, v_me.session) then
        return 'second_step';
    end if;
    delete from auth.passkeys k where k.id = p_passkey and k.user_id = v_me.person
    returning k.friendly_name into v_name;
    if not found then
        return 'unknown';
    end if;
    perform seal_private.record_account(v_me.person, 'account.passkey_removed',
                jsonb_build_object('passkey', p_passkey)),
            seal_private.mail_account(v_me.person, 'passkey_removed',
                jsonb_build_object('passkey', seal_private.in_one_line(v_name)));
    return 'removed';
end $$;
comment on function seal_auth.remove_passkey(bytea, uuid) is
    'Removes one of the person''s own passkeys: it signs in no more. unknown: they have none of this id; second_step: '
    'the session has to show a factor first. Raises CredentialRefusedError.';

select seal_private.admit('seal_private.client_said(bytea, text, bytea, text)', 'sb_gate', '{}',
           'the browser''s word about a passkey'),
       seal_private.admit('seal_private.device_said(bytea, text)', 'sb_gate', '{}',
           'the device''s word about a passkey'),
       seal_private.admit('seal_private.device_made(bytea, bytea)', 'sb_gate', '{}',
           'the id of a passkey is the one that the device made'),
       seal_private.admit('seal_private.may_change_passkeys(uuid, uuid)', 'sb_gate', '{}',
           'a session that waits changes no passkey'),
       seal_private.admit('seal_auth.begin_passkey(bytea, text, text)', 'sb_gate', '{sb_auth}',
           'a person adds a passkey to their own account'),
       seal_private.admit('seal_auth.add_passkey(bytea, uuid, bytea, integer, bytea, integer, bytea, bytea, text[], '
           'text)', 'sb_gate', '{sb_auth}', 'a person adds a passkey to their own account', 'all'),
       seal_private.admit('seal_auth.own_passkeys(bytea)', 'sb_gate', '{sb_auth}', 'a person sees their own passkeys'),
       seal_private.admit('seal_auth.rename_passkey(bytea, uuid, text)', 'sb_gate', '{sb_auth}',
           'a person names their own passkeys'),
       seal_private.admit('seal_auth.remove_passkey(bytea, uuid)', 'sb_gate', '{sb_auth}',
           'a person removes a passkey of their own account');

-- migrate:down
