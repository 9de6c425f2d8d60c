-- migrate:up

-- Signing in by a passkey (WebAuthn, 7.2). Nobody is named: the device knows its person, so what is asked is the same
-- for everybody. The process says origin and host when it begins. A statement that somebody slipped in may begin with
-- an origin of its own, and gains little: the device signs for the host that it made the key for and for no other, and
-- the browser lets only pages below that host ask it. A key is taken for its own host alone.

create function seal_auth.challenge_passkey(
    p_origin text, p_rp_id text, p_ip inet, out wait int, out id uuid, out challenge bytea,
    out expires_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform seal_private.assert_own_accounts();
    wait := seal_private.take_try(seal_private.bucket('passkeys asked', seal_private.network_of(p_ip)), 300);
    if wait = 0 then
        insert into auth.passkey_challenges as c (origin, rp_id) values (p_origin, p_rp_id)
        returning c.id, c.challenge, c.expires_at
             into challenge_passkey.id, challenge_passkey.challenge, challenge_passkey.expires_at;
    end if;
end $$;
comment on function seal_auth.challenge_passkey(text, text, inet) is
    'Begins a sign-in by passkey, for five minutes: the challenge that a device signs; or the seconds to wait, by '
    'network. p_origin, p_rp_id: of our pages, from the settings. The same whoever asks.';

-- What tries at a passkey are counted by: a browser that its person signed in with before, else the network; so that a
-- stranger who knows its id keeps nobody out.
create function seal_private.bucket_of_passkey(p_credential bytea, p_user uuid, p_device bytea, p_ip inet) returns bytea
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
    v_is_known constant boolean := exists (
        select from auth.devices d where d.user_id = p_user and d.device = p_device);
begin
    return seal_private.bucket('passkey', encode(p_credential, 'hex') || ':'
        || case when v_is_known then encode(p_device, 'hex') else seal_private.network_of(p_ip) end);
end $$;

-- A device that counts counts up. Zero and zero: it does not count.
create function seal_private.is_copy(p_before bigint, p_now bigint) returns boolean
language sql immutable set search_path = pg_catalog, pg_temp as $$
    select (p_before > 0 or p_now > 0) and p_now <= p_before
$$;

create function seal_auth.finish_passkey(
    p_challenge uuid, p_credential bytea, p_handle bytea, p_data bytea, p_client bytea, p_signature bytea,
    p_device bytea, p_ip inet, p_agent text, out outcome text, out wait int, out account uuid, out session uuid,
    out counter int, out mac bytea, out address text, out level int, out methods jsonb)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_step    record;
    v_passkey record;
    v_said    record;
    v_network bytea;
    v_bucket  bytea;
    v_found   record;
begin
    perform seal_private.assert_own_accounts();
    outcome := 'refused';
    v_network := seal_private.bucket('passkey', seal_private.network_of(p_ip));
    wait := seal_private.take_try(v_network, 50);
    if wait > 0 then
        return;
    end if;
    update auth.passkey_challenges c set used_at = clock_timestamp()
     where c.id = p_challenge and c.session_id is null and c.used_at is null
    returning c.* into v_step;
    if not found then
        outcome := 'unknown';
        return;
    elsif v_step.expires_at <= clock_timestamp() then
        outcome := 'expired';
        return;
    end if;
    -- the row is locked: of two signatures with one count one is a copy's
    select k.* into v_passkey from auth.passkeys k where k.credential_id = p_credential for update;
    if not found then
        return;
    end if;
    v_bucket := seal_private.bucket_of_passkey(p_credential, v_passkey.user_id, p_device, p_ip);
    wait := seal_private.take_try(v_bucket, 5);
    if wait > 0 then
        return;
    end if;
    v_said := seal_private.device_said(p_data, v_step.rp_id);
    if not (v_said.is_ours and v_passkey.rp_id = v_step.rp_id and v_said.can_sync = v_passkey.can_sync
            and seal_private.client_said(p_client, 'webauthn.get', v_step.challenge, v_step.origin)) then
        return;
    elsif (p_handle = uuid_send(v_passkey.user_id)) is not true or seal_private.is_banned(v_passkey.user_id) then
        return;
    elsif not seal_private.passkey_signed(v_passkey.algorithm, v_passkey.key, v_passkey.exponent,
                                          p_data || sha256(p_client), p_signature) then
        return;
    elsif seal_private.is_copy(v_passkey.counter, v_said.counter) then
        perform seal_private.record_account(v_passkey.user_id, 'account.passkey_copied',
                    jsonb_build_object('passkey', v_passkey.id)),
                seal_private.mail_account(v_passkey.user_id, 'passkey_copied',
                    jsonb_build_object('passkey', seal_private.in_one_line(v_passkey.friendly_name)));
        return;
    end if;
    update auth.passkeys k
       set counter = v_said.counter, is_synced = v_said.is_synced, last_used_at = clock_timestamp()
     where k.id = v_passkey.id;
    perform seal_private.forget_tries(v_bucket), seal_private.take_back_try(v_network);
    outcome := 'signed_in';
    session := seal_private.sign_in(v_passkey.user_id, 'passkey', p_device, p_ip, p_agent);
    select * into v_found from seal_private.describe_session(session);
    account := v_found.account; counter := v_found.counter; mac := v_found.mac; address := v_found.address;
    level := v_found.level; methods := v_found.methods;
end $$;
comment on function seal_auth.finish_passkey(uuid, bytea, bytea, bytea, bytea, bytea, bytea, inet, text) is
    'Signs a person in by what their device signed of a challenge, with level 2: it has seen who they are. The '
    'challenge is used up, whatever comes of it. unknown, expired: the challenge; refused: all else, and nobody is '
    'told what. A count that does not grow is recorded, and the person is told by mail. Tries are counted by network '
    'and by passkey: wait has the seconds.';

select seal_private.admit('seal_auth.challenge_passkey(text, text, inet)', 'sb_gate', '{sb_auth}',
           'a sign-in begins before there is a context; everybody gets the same', 'all'),
       seal_private.admit('seal_private.bucket_of_passkey(bytea, uuid, bytea, inet)', 'sb_gate', '{}',
           'tries at passkeys are limited, and a known browser by itself'),
       seal_private.admit('seal_private.is_copy(bigint, bigint)', 'sb_gate', '{}', 'copies of passkeys are noticed'),
       seal_private.admit('seal_auth.finish_passkey(uuid, bytea, bytea, bytea, bytea, bytea, bytea, inet, text)',
           'sb_gate', '{sb_auth}', 'what a person''s device signed is the proof; tries are limited', 'all');

-- migrate:down
