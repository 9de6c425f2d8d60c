-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.enroll_totp(p_proof bytea, p_factor uuid, p_name text, p_pad bytea, OUT outcome text, OUT secret bytea) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me record;
begin
    select * into v_me from seal_private.person_before_second_step(p_proof);
    if v_me.waits then
        outcome := 'second_step';
        return;
    end if;
    perform seal_private.lock_person(v_me.person);      -- of two that come at once both are counted
    delete from auth.factors f
     where f.user_id = v_me.person and f.verified_at is null and f.created_at < clock_timestamp() - interval '1 hour';
    if (select count(*) from auth.factors f where f.user_id = v_me.person) >= 10 then
        outcome := 'too_many';
    elsif exists (select from auth.factors f
                   where f.user_id = v_me.person and f.friendly_name = p_name and p_name <> '') then
        outcome := 'name_taken';
    else
        outcome := 'enrolled';
        secret := substr(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 1, 20);
        insert into auth.factors (id, user_id, kind, friendly_name, sealed, pad_proof)
        values (p_factor, v_me.person, 'totp', coalesce(p_name, ''), seal_private.xor(secret, p_pad), sha256(p_pad));
    end if;
end $$;

ALTER FUNCTION seal_auth.enroll_totp(p_proof bytea, p_factor uuid, p_name text, p_pad bytea, OUT outcome text, OUT secret bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.enroll_totp(p_proof bytea, p_factor uuid, p_name text, p_pad bytea, OUT outcome text, OUT secret bytea) IS 'Begins an authenticator app: its secret, 20 bytes, told once. It is asked for from the first code on. p_pad: 20 bytes that the installation''s file makes of the id. second_step: the session has to show a factor first; too_many: ten; name_taken: another one of theirs has this name. Raises CredentialRefusedError.';

REVOKE ALL ON FUNCTION seal_auth.enroll_totp(p_proof bytea, p_factor uuid, p_name text, p_pad bytea, OUT outcome text, OUT secret bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.enroll_totp(p_proof bytea, p_factor uuid, p_name text, p_pad bytea, OUT outcome text, OUT secret bytea) TO sb_auth;
