-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.remove_passkey(p_proof bytea, p_passkey uuid) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

ALTER FUNCTION seal_auth.remove_passkey(p_proof bytea, p_passkey uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.remove_passkey(p_proof bytea, p_passkey uuid) IS 'Removes one of the person''s own passkeys: it signs in no more. unknown: they have none of this id; second_step: the session has to show a factor first. Raises CredentialRefusedError.';

REVOKE ALL ON FUNCTION seal_auth.remove_passkey(p_proof bytea, p_passkey uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.remove_passkey(p_proof bytea, p_passkey uuid) TO sb_auth;
