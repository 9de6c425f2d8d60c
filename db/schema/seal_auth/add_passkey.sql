-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.add_passkey(p_proof bytea, p_challenge uuid, p_credential bytea, p_algorithm integer, p_key bytea, p_exponent integer, p_data bytea, p_client bytea, p_transports text[], p_name text, OUT outcome text, OUT id uuid, OUT friendly_name text, OUT created_at timestamp with time zone) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

ALTER FUNCTION seal_auth.add_passkey(p_proof bytea, p_challenge uuid, p_credential bytea, p_algorithm integer, p_key bytea, p_exponent integer, p_data bytea, p_client bytea, p_transports text[], p_name text, OUT outcome text, OUT id uuid, OUT friendly_name text, OUT created_at timestamp with time zone) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.add_passkey(p_proof bytea, p_challenge uuid, p_credential bytea, p_algorithm integer, p_key bytea, p_exponent integer, p_data bytea, p_client bytea, p_transports text[], p_name text, OUT outcome text, OUT id uuid, OUT friendly_name text, OUT created_at timestamp with time zone) IS 'Adds the passkey that answers a challenge of this session; the challenge is used up, whatever comes of it. second_step, too_many: as in seal_auth.begin_passkey(); unknown, expired: the challenge; refused: it is not what was asked for, or no key that we take; taken: it was added before. Raises CredentialRefusedError.';

REVOKE ALL ON FUNCTION seal_auth.add_passkey(p_proof bytea, p_challenge uuid, p_credential bytea, p_algorithm integer, p_key bytea, p_exponent integer, p_data bytea, p_client bytea, p_transports text[], p_name text, OUT outcome text, OUT id uuid, OUT friendly_name text, OUT created_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.add_passkey(p_proof bytea, p_challenge uuid, p_credential bytea, p_algorithm integer, p_key bytea, p_exponent integer, p_data bytea, p_client bytea, p_transports text[], p_name text, OUT outcome text, OUT id uuid, OUT friendly_name text, OUT created_at timestamp with time zone) TO sb_auth;
