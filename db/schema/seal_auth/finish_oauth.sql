-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.finish_oauth(p_state bytea, p_browser bytea, p_provider text, p_subject text, p_address text, p_is_verified boolean, p_name text, p_code_hash bytea, p_device bytea, p_ip inet, p_agent text, p_mac bytea, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_flow  record;
    v_who   record;
    v_found record;
    v_new   uuid;
begin
    perform seal_private.assert_own_accounts();
    outcome := 'refused';
    select f.* into v_flow from auth.flows f
     where f.state_hash = sha256(p_state) and f.browser = p_browser and f.provider = p_provider
       and f.shown_at is not null and f.used_at is null and f.user_id is null and f.expires_at > clock_timestamp()
       for update;
    if not found then
        return;
    end if;
    if seal_private.is_vouched('oauth.' || p_provider,
           array[v_flow.id::text, encode(p_state, 'hex'), encode(p_browser, 'hex'), p_provider, p_subject, p_address,
                 p_is_verified::text, p_name, encode(p_code_hash, 'hex'), encode(p_device, 'hex')], p_mac)
       is not true then
        raise exception 'nobody vouches for this' using errcode = '28000';
    end if;
    update auth.flows f set used_at = clock_timestamp() where f.id = v_flow.id;
    if v_flow.session_id is null then
        select * into v_who
          from seal_private.person_of_identity(p_provider, p_subject, p_address, p_is_verified, p_name);
    else
        select * into v_who from seal_private.add_to_session(v_flow.session_id, p_provider, p_subject, p_address,
                                                             p_is_verified, p_name);
    end if;
    outcome := case when seal_private.is_banned(v_who.person) then 'banned' else v_who.outcome end;
    if outcome <> 'known' then
        return;
    end if;
    perform seal_private.take_back_try(seal_private.bucket('oauth', seal_private.network_of(p_ip)));
    if v_flow.challenge is not null then
        outcome := 'coded';
        update auth.flows f
           set user_id = v_who.person, email = (select u.email from auth.users u where u.id = v_who.person),
               method = 'oauth', code_hash = p_code_hash, used_at = null,
               expires_at = clock_timestamp() + interval '5 minutes'
         where f.id = v_flow.id;
    elsif v_flow.session_id is not null then
        outcome := 'added';
    else
        outcome := 'signed_in';
        v_new := seal_private.sign_in(v_who.person, 'oauth', p_device, p_ip, p_agent);
        select * into v_found from seal_private.describe_session(v_new);
        account := v_found.account; session := v_found.session; counter := v_found.counter; mac := v_found.mac;
        address := v_found.address; level := v_found.level; methods := v_found.methods;
    end if;
end $$;

ALTER FUNCTION seal_auth.finish_oauth(p_state bytea, p_browser bytea, p_provider text, p_subject text, p_address text, p_is_verified boolean, p_name text, p_code_hash bytea, p_device bytea, p_ip inet, p_agent text, p_mac bytea, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.finish_oauth(p_state bytea, p_browser bytea, p_provider text, p_subject text, p_address text, p_is_verified boolean, p_name text, p_code_hash bytea, p_device bytea, p_ip inet, p_agent text, p_mac bytea, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) IS 'Ends a sign-in by a provider with what the process found there and vouches for: the MAC under the key of the provider, over the flow''s id and every argument before it but network and program. signed_in, with a session; coded: the code with this sha256 is good for five minutes; added: to the person who asked. unverified: the provider has not proven the address; banned; taken: somebody has this account already; too_many: ten; refused: no such flow. Raises CredentialRefusedError where nobody vouches.';

REVOKE ALL ON FUNCTION seal_auth.finish_oauth(p_state bytea, p_browser bytea, p_provider text, p_subject text, p_address text, p_is_verified boolean, p_name text, p_code_hash bytea, p_device bytea, p_ip inet, p_agent text, p_mac bytea, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.finish_oauth(p_state bytea, p_browser bytea, p_provider text, p_subject text, p_address text, p_is_verified boolean, p_name text, p_code_hash bytea, p_device bytea, p_ip inet, p_agent text, p_mac bytea, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) TO sb_auth;
