-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.refresh(p_session uuid, p_counter integer, p_mac bytea, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_session record;
    v_found   record;
begin
    perform seal_private.assert_own_accounts();
    select s.* into v_session from auth.sessions s where s.id = p_session for update;
    if v_session.revoked_at is not null
       or least(v_session.not_after, v_session.not_idle_after) <= clock_timestamp()
       or (p_counter between 0 and v_session.refresh_counter) is not true
       or (sha256(seal_private.refresh_mac(p_session, p_counter)) = sha256(p_mac)) is not true
       or seal_private.is_banned(v_session.user_id) then
        outcome := 'unknown';
        return;
    end if;
    if p_counter = v_session.refresh_counter then
        update auth.sessions s
           set refresh_counter = s.refresh_counter + 1, refreshed_at = clock_timestamp(),
               not_idle_after = clock_timestamp() + interval '30 days'
         where s.id = p_session;
        outcome := 'rotated';
    elsif p_counter = v_session.refresh_counter - 1
          and v_session.refreshed_at > clock_timestamp() - interval '10 seconds' then
        outcome := 'again';     -- several tabs at once, or a lost answer: one token for all of them
    else
        -- Two hold the family's tokens, and one of them is not the person. Nobody can tell which: both end.
        update auth.sessions s set revoked_at = clock_timestamp(), revoked_why = 'a refresh token was used twice'
         where s.id = p_session;
        perform seal_private.revoke_subject('session', null, p_session);
        perform seal_private.record_account(v_session.user_id, 'account.token_reused',
            jsonb_build_object('session', p_session));
        perform seal_private.mail_account(v_session.user_id, 'sessions_ended', '{"reason": "reuse"}');
        outcome := 'reused';
        return;
    end if;
    select * into v_found from seal_private.describe_session(p_session);
    account := v_found.account; session := v_found.session; counter := v_found.counter; mac := v_found.mac;
    address := v_found.address; level := v_found.level; methods := v_found.methods;
end $$;

ALTER FUNCTION seal_auth.refresh(p_session uuid, p_counter integer, p_mac bytea, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.refresh(p_session uuid, p_counter integer, p_mac bytea, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) IS 'Exchanges a refresh token. rotated: a new one. again: the one before, within ten seconds, gets the same new one. reused: an older one, and the session ends. unknown: nothing of that is there.';

REVOKE ALL ON FUNCTION seal_auth.refresh(p_session uuid, p_counter integer, p_mac bytea, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.refresh(p_session uuid, p_counter integer, p_mac bytea, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) TO sb_auth;
