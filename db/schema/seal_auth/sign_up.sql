-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.sign_up(p_email text, p_salt bytea, p_password_proof bytea, p_meta jsonb, p_locale text, p_params jsonb, p_ip inet) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_wait  int;
    v_token uuid;
    v_user  uuid;
begin
    perform seal_private.assert_own_accounts();
    v_wait := seal_private.wait_for_mail('signup', p_email, p_ip);
    if v_wait > 0 then
        return v_wait;
    end if;
    select u.id into v_user from auth.users u where lower(u.email) = lower(p_email);
    v_token := seal_private.issue_one_time('signup', p_email, v_user, '1 day');
    update auth.one_time_tokens t
       set password_salt = p_salt, password_proof = p_password_proof, user_meta = coalesce(p_meta, '{}'),
           -- the link of one who has an account is in no mail, and would not be taken
           used_at = case when v_user is not null then clock_timestamp() end
     where t.id = v_token;
    perform seal_private.mail_secret_to(case when v_user is null then 'signup_confirm' else 'signup_known' end,
        case when v_user is null then v_token end, p_email, p_locale, p_params, true);
    return 0;
end $$;

ALTER FUNCTION seal_auth.sign_up(p_email text, p_salt bytea, p_password_proof bytea, p_meta jsonb, p_locale text, p_params jsonb, p_ip inet) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.sign_up(p_email text, p_salt bytea, p_password_proof bytea, p_meta jsonb, p_locale text, p_params jsonb, p_ip inet) IS 'Begins an account: it is there once its address is proven, with this password (null: none). An address that has one is told so by mail. Returns 0, or the seconds to wait.';

REVOKE ALL ON FUNCTION seal_auth.sign_up(p_email text, p_salt bytea, p_password_proof bytea, p_meta jsonb, p_locale text, p_params jsonb, p_ip inet) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.sign_up(p_email text, p_salt bytea, p_password_proof bytea, p_meta jsonb, p_locale text, p_params jsonb, p_ip inet) TO sb_auth;
