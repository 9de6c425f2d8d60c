-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.resend_email_change(p_email text, p_locale text, p_params jsonb, p_ip inet) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_wait    int;
    v_pending record;
begin
    perform seal_private.assert_own_accounts();
    v_wait := seal_private.wait_for_mail('email change', p_email, p_ip);
    if v_wait > 0 then
        return v_wait;
    end if;
    -- one whose address has another account has a secret that nobody knows: there is no link to mail
    select t.id, t.user_id into v_pending
      from auth.one_time_tokens t
     where lower(t.email) = lower(p_email) and t.kind = 'email_new' and t.used_at is null
       and t.expires_at > clock_timestamp() and seal_private.one_time_secret(t.id) is not null
     order by t.created_at desc limit 1;
    perform seal_private.mail_secret_to('email_change_new', v_pending.id, p_email,
                                        coalesce(seal_private.locale_of(v_pending.user_id), p_locale), p_params,
                                        v_pending.id is not null);
    return 0;
end $$;

ALTER FUNCTION seal_auth.resend_email_change(p_email text, p_locale text, p_params jsonb, p_ip inet) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.resend_email_change(p_email text, p_locale text, p_params jsonb, p_ip inet) IS 'Mails the link that confirms a new address there again, if somebody wants to change to it. Returns 0, or the seconds to wait.';

REVOKE ALL ON FUNCTION seal_auth.resend_email_change(p_email text, p_locale text, p_params jsonb, p_ip inet) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.resend_email_change(p_email text, p_locale text, p_params jsonb, p_ip inet) TO sb_auth;
