-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.show_state(p_state bytea, p_browser bytea, OUT outcome text, OUT flow uuid, OUT provider text, OUT verifier text, OUT nonce text, OUT redirect_to text, OUT is_coded boolean) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_flow record;
begin
    perform seal_private.assert_own_accounts();
    outcome := 'unknown';
    select f.* into v_flow from auth.flows f
     where f.state_hash = sha256(p_state) and f.shown_at is null and f.expires_at > clock_timestamp() for update;
    if not found then
        return;
    end if;
    update auth.flows f set shown_at = clock_timestamp(), verifier = null, nonce = null where f.id = v_flow.id;
    if v_flow.browser is distinct from p_browser then
        outcome := 'foreign';
        return;
    end if;
    outcome := 'shown';
    flow := v_flow.id; provider := v_flow.provider; verifier := v_flow.verifier; nonce := v_flow.nonce;
    redirect_to := v_flow.redirect_to; is_coded := v_flow.challenge is not null;
end $$;

ALTER FUNCTION seal_auth.show_state(p_state bytea, p_browser bytea, OUT outcome text, OUT flow uuid, OUT provider text, OUT verifier text, OUT nonce text, OUT redirect_to text, OUT is_coded boolean) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.show_state(p_state bytea, p_browser bytea, OUT outcome text, OUT flow uuid, OUT provider text, OUT verifier text, OUT nonce text, OUT redirect_to text, OUT is_coded boolean) IS 'Uses a state up that came back from a provider, whoever shows it. shown, with our verifier and the nonce; foreign: it began in another browser; unknown: used, older than ten minutes, or made up.';

REVOKE ALL ON FUNCTION seal_auth.show_state(p_state bytea, p_browser bytea, OUT outcome text, OUT flow uuid, OUT provider text, OUT verifier text, OUT nonce text, OUT redirect_to text, OUT is_coded boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.show_state(p_state bytea, p_browser bytea, OUT outcome text, OUT flow uuid, OUT provider text, OUT verifier text, OUT nonce text, OUT redirect_to text, OUT is_coded boolean) TO sb_auth;
