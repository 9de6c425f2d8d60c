-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.use_recovery_code(p_proof bytea, p_code bytea, OUT wait integer, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me    record;
    v_found record;
begin
    select * into v_me from seal_private.person_before_second_step(p_proof);
    outcome := 'refused';
    wait := seal_private.take_try(seal_private.recovery_bucket(v_me.session), 5, '5 minutes', '5 minutes');
    if wait > 0 then
        return;
    end if;
    update auth.recovery_codes c set used_at = clock_timestamp()
     where c.user_id = v_me.person and c.stored = sha256(uuid_send(v_me.person) || p_code) and c.used_at is null;
    if not found then
        return;
    end if;
    outcome := 'signed_in';
    perform seal_private.forget_tries(seal_private.recovery_bucket(v_me.session)),
            seal_private.raise_level(v_me.session, 'recovery_code');
    perform seal_private.mail_account(v_me.person, 'recovery_code_used', '{}');
    select * into v_found from seal_private.describe_session(v_me.session);
    account := v_found.account; session := v_found.session; counter := v_found.counter; mac := v_found.mac;
    address := v_found.address; level := v_found.level; methods := v_found.methods;
end $$;

ALTER FUNCTION seal_auth.use_recovery_code(p_proof bytea, p_code bytea, OUT wait integer, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.use_recovery_code(p_proof bytea, p_code bytea, OUT wait integer, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) IS 'Ends the second step with a recovery code, once each; otherwise as seal_auth.finish_factor(). Tries are counted by browser where a second step ended in it before, and by network elsewhere: wait has the seconds. Raises CredentialRefusedError.';

REVOKE ALL ON FUNCTION seal_auth.use_recovery_code(p_proof bytea, p_code bytea, OUT wait integer, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.use_recovery_code(p_proof bytea, p_code bytea, OUT wait integer, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) TO sb_auth;
