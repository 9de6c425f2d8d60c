-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.finish_password(p_email text, p_derived bytea, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_user    record;
    v_found   record;
    v_session uuid;
begin
    perform seal_private.assert_own_accounts();
    select u.id, u.password_proof = sha256(p_derived) as is_right into v_user
      from auth.users u where lower(u.email) = lower(p_email);
    if (v_user.is_right and not seal_private.is_banned(v_user.id)) is not true then
        outcome := 'refused';
        return;
    end if;
    perform seal_private.forget_tries(seal_private.bucket_of('password', p_email, p_device)),
            seal_private.take_back_try(seal_private.bucket('password', seal_private.network_of(p_ip)));
    outcome := 'signed_in';
    v_session := seal_private.sign_in(v_user.id, 'password', p_device, p_ip, p_agent);
    select * into v_found from seal_private.describe_session(v_session);
    account := v_found.account; session := v_found.session; counter := v_found.counter; mac := v_found.mac;
    address := v_found.address; level := v_found.level; methods := v_found.methods;
end $$;

ALTER FUNCTION seal_auth.finish_password(p_email text, p_derived bytea, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.finish_password(p_email text, p_derived bytea, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) IS 'Signs a person in by the 32 bytes that argon2id derived with the salt of begin_password(); refused: wrong, no such account, no password, or suspended, and nobody is told which.';

REVOKE ALL ON FUNCTION seal_auth.finish_password(p_email text, p_derived bytea, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.finish_password(p_email text, p_derived bytea, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) TO sb_auth;
