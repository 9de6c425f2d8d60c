-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.try_factor(p_proof bytea, p_factor uuid, p_challenge uuid, p_code text, p_pad bytea, OUT wait integer, OUT ticket bytea) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me     record;
    v_factor record;
    v_step   bigint;
begin
    select * into v_me from seal_private.person_before_second_step(p_proof);
    -- no try of the person's: no code would pass
    if exists (select from auth.factors f
                where f.id = p_factor and f.user_id = v_me.person and f.pad_proof <> sha256(p_pad)) then
        raise exception 'the file that seals second factors is another one' using errcode = '55000';
    end if;
    wait := seal_private.take_try(seal_private.step_bucket(v_me.session), 5, '5 minutes', '5 minutes');
    if wait > 0 then
        return;
    end if;
    ticket := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
    select f.sealed, f.last_step into v_factor from auth.factors f
     where f.id = p_factor and f.user_id = v_me.person and (f.verified_at is not null or not v_me.waits) for update;
    perform from auth.challenges c
      where c.id = p_challenge and c.factor_id = p_factor and c.session_id = v_me.session and c.ticket is null
        and c.used_at is null and c.expires_at > clock_timestamp()
        for update;
    if not found then
        return;
    end if;
    v_step := seal_private.totp_step(seal_private.xor(v_factor.sealed, p_pad), p_code, clock_timestamp(),
                                     v_factor.last_step);
    -- The same rows are written whatever the answer is: what a transaction wrote, everybody can count.
    update auth.factors f set last_step = coalesce(v_step, f.last_step) where f.id = p_factor;
    update auth.challenges c
       set ticket = case when v_step is not null then sha256(try_factor.ticket) end,
           tried_by = pg_current_xact_id()::text::bigint
     where c.id = p_challenge;
end $$;

ALTER FUNCTION seal_auth.try_factor(p_proof bytea, p_factor uuid, p_challenge uuid, p_code text, p_pad bytea, OUT wait integer, OUT ticket bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.try_factor(p_proof bytea, p_factor uuid, p_challenge uuid, p_code text, p_pad bytea, OUT wait integer, OUT ticket bytea) IS 'Tries a code. Says nothing of it, but a ticket: if the code is right and the transaction commits, seal_auth.finish_factor() takes the ticket in another one. Five tries, then one in five minutes: wait has the seconds. A browser in which the person ended a second step before is counted by itself. A code passes once. Raises CredentialRefusedError, and NotReadyError if the pad is not the one that sealed the factor.';

REVOKE ALL ON FUNCTION seal_auth.try_factor(p_proof bytea, p_factor uuid, p_challenge uuid, p_code text, p_pad bytea, OUT wait integer, OUT ticket bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.try_factor(p_proof bytea, p_factor uuid, p_challenge uuid, p_code text, p_pad bytea, OUT wait integer, OUT ticket bytea) TO sb_auth;
