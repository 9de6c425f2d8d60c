-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.begin_oauth(p_provider text, p_state_hash bytea, p_browser bytea, p_challenge bytea, p_verifier text, p_nonce text, p_redirect_to text, p_proof bytea, p_ip inet, OUT wait integer, OUT outcome text) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_session uuid;
begin
    perform seal_private.assert_own_accounts();
    wait := 0;
    if seal_private.has_key('oauth.' || p_provider) is not true then
        outcome := 'off';
        return;
    end if;
    if p_proof is not null then
        v_session := (seal_private.person_of(p_proof)).session;
    end if;
    -- a network that begins and never comes back fills no table
    wait := seal_private.take_try(seal_private.bucket('oauth', seal_private.network_of(p_ip)), 50);
    outcome := case when wait = 0 then 'begun' else 'wait' end;
    if wait = 0 then
        insert into auth.flows (provider, state_hash, browser, challenge, verifier, nonce, redirect_to, session_id,
                                expires_at)
        values (p_provider, p_state_hash, p_browser, p_challenge, p_verifier, p_nonce, p_redirect_to, v_session,
                clock_timestamp() + interval '10 minutes');
    end if;
end $$;

ALTER FUNCTION seal_auth.begin_oauth(p_provider text, p_state_hash bytea, p_browser bytea, p_challenge bytea, p_verifier text, p_nonce text, p_redirect_to text, p_proof bytea, p_ip inet, OUT wait integer, OUT outcome text) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.begin_oauth(p_provider text, p_state_hash bytea, p_browser bytea, p_challenge bytea, p_verifier text, p_nonce text, p_redirect_to text, p_proof bytea, p_ip inet, OUT wait integer, OUT outcome text) IS 'Begins a sign-in by a provider, for ten minutes, or with a proof the adding of an account there to the person. begun; off: the installer did not turn the provider on; wait: has the seconds. Raises CredentialRefusedError.';

REVOKE ALL ON FUNCTION seal_auth.begin_oauth(p_provider text, p_state_hash bytea, p_browser bytea, p_challenge bytea, p_verifier text, p_nonce text, p_redirect_to text, p_proof bytea, p_ip inet, OUT wait integer, OUT outcome text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.begin_oauth(p_provider text, p_state_hash bytea, p_browser bytea, p_challenge bytea, p_verifier text, p_nonce text, p_redirect_to text, p_proof bytea, p_ip inet, OUT wait integer, OUT outcome text) TO sb_auth;
