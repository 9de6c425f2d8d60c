-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.finish_code(p_email text, p_ticket bytea, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_token uuid;
    v_used  record;
    v_found record;
begin
    perform seal_private.assert_own_accounts();
    outcome := 'refused';
    v_token := seal_private.ticketed(p_ticket, p_email);
    if v_token is null then
        return;
    end if;
    perform seal_private.forget_tries(seal_private.bucket_of('code', p_email, p_device)),
            seal_private.take_back_try(seal_private.bucket('code', seal_private.network_of(p_ip)));
    select * into v_used from seal_private.use_one_time(v_token, p_device, p_ip, p_agent);
    outcome := v_used.outcome;
    select * into v_found from seal_private.describe_session(v_used.new_session);
    account := v_found.account; session := v_found.session; counter := v_found.counter; mac := v_found.mac;
    address := v_found.address; level := v_found.level; methods := v_found.methods;
end $$;

ALTER FUNCTION seal_auth.finish_code(p_email text, p_ticket bytea, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.finish_code(p_email text, p_ticket bytea, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) IS 'Does as verify_link(), by the ticket of seal_auth.try_code() for this address, in a later transaction. refused: the code was wrong, or used, or came too late.';

REVOKE ALL ON FUNCTION seal_auth.finish_code(p_email text, p_ticket bytea, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.finish_code(p_email text, p_ticket bytea, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) TO sb_auth;
