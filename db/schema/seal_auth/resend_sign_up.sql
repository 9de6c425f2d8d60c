-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.resend_sign_up(p_email text, p_locale text, p_params jsonb, p_ip inet) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_wait   int;
    v_before record;
    v_token  uuid;
begin
    perform seal_private.assert_own_accounts();
    v_wait := seal_private.wait_for_mail('signup', p_email, p_ip);
    if v_wait > 0 then
        return v_wait;
    end if;
    select t.password_salt, t.password_proof, t.user_meta, t.id into v_before
      from auth.one_time_tokens t
     where lower(t.email) = lower(p_email) and t.kind = 'signup' and t.used_at is null
       and t.expires_at > clock_timestamp()
     order by t.created_at desc limit 1;
    v_token := seal_private.issue_one_time('signup', p_email, null, '1 day');
    update auth.one_time_tokens t
       set password_salt = v_before.password_salt, password_proof = v_before.password_proof,
           user_meta = coalesce(v_before.user_meta, '{}'),
           used_at = case when v_before.id is null then clock_timestamp() end
     where t.id = v_token;
    perform seal_private.mail_secret_to('signup_confirm', v_token, p_email, p_locale, p_params,
                                        v_before.id is not null);
    -- a program that began the sign-up and says no challenge now keeps the verifier of before
    insert into auth.flows (token_id, challenge, browser, redirect_to, expires_at)
    select v_token, f.challenge, f.browser, coalesce(p_params ->> 'redirect_to', f.redirect_to),
           clock_timestamp() + interval '1 day'
      from auth.flows f
     where f.token_id = v_before.id and f.used_at is null and p_params -> 'flow' is null;
    return 0;
end $$;

ALTER FUNCTION seal_auth.resend_sign_up(p_email text, p_locale text, p_params jsonb, p_ip inet) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.resend_sign_up(p_email text, p_locale text, p_params jsonb, p_ip inet) IS 'Mails the newest sign-up of an address that waits again, with the password it chose, and for the program that began it unless another challenge is said. Returns 0, or the seconds to wait.';

REVOKE ALL ON FUNCTION seal_auth.resend_sign_up(p_email text, p_locale text, p_params jsonb, p_ip inet) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.resend_sign_up(p_email text, p_locale text, p_params jsonb, p_ip inet) TO sb_auth;
