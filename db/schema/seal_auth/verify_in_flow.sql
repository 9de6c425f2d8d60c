-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.verify_in_flow(p_secret bytea, p_kinds text[], p_browser bytea, p_code_hash bytea, OUT outcome text, OUT redirect_to text) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_token  uuid;
    v_flow   record;
    v_proven record;
begin
    perform seal_private.assert_own_accounts();
    select t.id into v_token from auth.one_time_tokens t
     where t.stored = sha256(p_secret) and t.kind = any (p_kinds);
    select f.* into v_flow from auth.flows f where f.token_id = v_token for update;
    if not found then
        outcome := 'no_flow';
        return;
    end if;
    select * into v_proven from seal_private.prove_one_time(v_token);
    outcome := v_proven.outcome;
    if outcome <> 'proven' then
        return;
    end if;
    update auth.flows f
       set user_id = v_proven.proven, email = v_proven.address, method = v_proven.method, code_hash = p_code_hash,
           expires_at = clock_timestamp() + interval '5 minutes'
     where f.id = v_flow.id and f.browser = p_browser and f.used_at is null and f.expires_at > clock_timestamp();
    if found then
        outcome := 'coded';
        redirect_to := v_flow.redirect_to;
    end if;
end $$;

ALTER FUNCTION seal_auth.verify_in_flow(p_secret bytea, p_kinds text[], p_browser bytea, p_code_hash bytea, OUT outcome text, OUT redirect_to text) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.verify_in_flow(p_secret bytea, p_kinds text[], p_browser bytea, p_code_hash bytea, OUT outcome text, OUT redirect_to text) IS 'Uses the 32 bytes of a link up whose mail a program asked for, and starts no session. coded: the browser is the one that began, and the code with this sha256 is good for five minutes; proven: it is another one, and the address is proven; refused: used, expired or unknown; no_flow: nothing was used up, see verify_link().';

REVOKE ALL ON FUNCTION seal_auth.verify_in_flow(p_secret bytea, p_kinds text[], p_browser bytea, p_code_hash bytea, OUT outcome text, OUT redirect_to text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.verify_in_flow(p_secret bytea, p_kinds text[], p_browser bytea, p_code_hash bytea, OUT outcome text, OUT redirect_to text) TO sb_auth;
