-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.exchange_code(p_code bytea, p_verifier bytea, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_flow  record;
    v_new   uuid;
    v_found record;
begin
    perform seal_private.assert_own_accounts();
    outcome := 'refused';
    -- a code is used up by whoever shows it, also with a wrong verifier: then two hold it
    update auth.flows f set used_at = clock_timestamp()
     where f.code_hash = sha256(p_code) and f.used_at is null and f.expires_at > clock_timestamp()
    returning f.* into v_flow;
    if (v_flow.challenge = sha256(p_verifier)) is not true or seal_private.is_banned(v_flow.user_id)
       or not exists (select from auth.users u where u.id = v_flow.user_id and lower(u.email) = lower(v_flow.email))
    then
        return;
    end if;
    outcome := 'signed_in';
    v_new := seal_private.sign_in(v_flow.user_id, v_flow.method, p_device, p_ip, p_agent);
    select * into v_found from seal_private.describe_session(v_new);
    account := v_found.account; session := v_found.session; counter := v_found.counter; mac := v_found.mac;
    address := v_found.address; level := v_found.level; methods := v_found.methods;
end $$;

ALTER FUNCTION seal_auth.exchange_code(p_code bytea, p_verifier bytea, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.exchange_code(p_code bytea, p_verifier bytea, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) IS 'Signs in by the code of a flow and the verifier of the program that began it. refused: either is wrong, or the code was shown before, is older than five minutes, or the account has another address by now.';

REVOKE ALL ON FUNCTION seal_auth.exchange_code(p_code bytea, p_verifier bytea, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.exchange_code(p_code bytea, p_verifier bytea, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) TO sb_auth;
