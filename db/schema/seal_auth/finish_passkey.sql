-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.finish_passkey(p_challenge uuid, p_credential bytea, p_handle bytea, p_data bytea, p_client bytea, p_signature bytea, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT wait integer, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

ALTER FUNCTION seal_auth.finish_passkey(p_challenge uuid, p_credential bytea, p_handle bytea, p_data bytea, p_client bytea, p_signature bytea, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT wait integer, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.finish_passkey(p_challenge uuid, p_credential bytea, p_handle bytea, p_data bytea, p_client bytea, p_signature bytea, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT wait integer, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) IS 'Signs a person in by what their device signed of a challenge, with level 2: it has seen who they are. The challenge is used up, whatever comes of it. unknown, expired: the challenge; refused: all else, and nobody is told what. A count that does not grow is recorded, and the person is told by mail. Tries are counted by network and by passkey: wait has the seconds.';

REVOKE ALL ON FUNCTION seal_auth.finish_passkey(p_challenge uuid, p_credential bytea, p_handle bytea, p_data bytea, p_client bytea, p_signature bytea, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT wait integer, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.finish_passkey(p_challenge uuid, p_credential bytea, p_handle bytea, p_data bytea, p_client bytea, p_signature bytea, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT wait integer, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) TO sb_auth;
