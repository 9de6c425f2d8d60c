-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.new_recovery_codes(p_proof bytea, OUT outcome text, OUT codes bytea[]) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me record;
begin
    select * into v_me from seal_private.person_before_second_step(p_proof);
    if (select s.aal from auth.sessions s where s.id = v_me.session) < 2 then
        outcome := 'second_step';
        return;
    end if;
    perform seal_private.lock_person(v_me.person);      -- one set at a time
    if not seal_private.has_factor(v_me.person) then
        outcome := 'second_step';
        return;
    end if;
    outcome := 'made';
    select array_agg(substr(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 1, 10)) into codes
      from generate_series(1, 10);
    delete from auth.recovery_codes c where c.user_id = v_me.person;
    insert into auth.recovery_codes (user_id, stored)
    select v_me.person, sha256(uuid_send(v_me.person) || code) from unnest(codes) code;
    perform seal_private.record_account(v_me.person, 'account.recovery_codes_made');
end $$;

ALTER FUNCTION seal_auth.new_recovery_codes(p_proof bytea, OUT outcome text, OUT codes bytea[]) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.new_recovery_codes(p_proof bytea, OUT outcome text, OUT codes bytea[]) IS 'Ten new codes of ten bytes, told once; those before are void. second_step: the session has not shown a factor. Raises CredentialRefusedError.';

REVOKE ALL ON FUNCTION seal_auth.new_recovery_codes(p_proof bytea, OUT outcome text, OUT codes bytea[]) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.new_recovery_codes(p_proof bytea, OUT outcome text, OUT codes bytea[]) TO sb_auth;
