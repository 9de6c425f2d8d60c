-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.finish_factor(p_proof bytea, p_challenge uuid, p_ticket bytea, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me     record;
    v_factor uuid;
    v_found  record;
begin
    select * into v_me from seal_private.person_before_second_step(p_proof);
    outcome := 'refused';
    update auth.challenges c set used_at = clock_timestamp()
     where c.id = p_challenge and c.session_id = v_me.session and c.ticket = sha256(p_ticket) and c.used_at is null
       and c.expires_at > clock_timestamp()
       and c.tried_by is distinct from pg_current_xact_id_if_assigned()::text::bigint
    returning c.factor_id into v_factor;
    if not found then
        return;
    end if;
    outcome := 'signed_in';
    perform seal_private.count_factor(v_factor, v_me.person, v_me.session),
            seal_private.raise_level(v_me.session, 'totp');
    select * into v_found from seal_private.describe_session(v_me.session);
    account := v_found.account; session := v_found.session; counter := v_found.counter; mac := v_found.mac;
    address := v_found.address; level := v_found.level; methods := v_found.methods;
end $$;

ALTER FUNCTION seal_auth.finish_factor(p_proof bytea, p_challenge uuid, p_ticket bytea, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.finish_factor(p_proof bytea, p_challenge uuid, p_ticket bytea, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) IS 'Ends the second step with the ticket of seal_auth.try_factor(), in a later transaction: the session has level 2, and every token, cookie and refresh token of it from before is void. refused: the code was wrong, passed before, or came too late. Raises CredentialRefusedError.';

REVOKE ALL ON FUNCTION seal_auth.finish_factor(p_proof bytea, p_challenge uuid, p_ticket bytea, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.finish_factor(p_proof bytea, p_challenge uuid, p_ticket bytea, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) TO sb_auth;
