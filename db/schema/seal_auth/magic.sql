-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.magic(p_email text, p_creates boolean, p_meta jsonb, p_locale text, p_params jsonb, p_ip inet) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_wait  int;
    v_user  uuid;
    v_token uuid;
begin
    perform seal_private.assert_own_accounts();
    v_wait := seal_private.wait_for_mail('magic', p_email, p_ip);
    if v_wait > 0 then
        return v_wait;
    end if;
    select u.id into v_user from auth.users u where lower(u.email) = lower(p_email);
    v_token := seal_private.issue_one_time('magic', p_email, v_user, '1 hour');
    update auth.one_time_tokens t
       set user_meta = coalesce(p_meta, '{}'),
           used_at = case when v_user is null and p_creates is not true then clock_timestamp() end
     where t.id = v_token;
    perform seal_private.mail_secret_to('magic_link', v_token, p_email, p_locale, p_params,
                                        v_user is not null or coalesce(p_creates, false));
    return 0;
end $$;

ALTER FUNCTION seal_auth.magic(p_email text, p_creates boolean, p_meta jsonb, p_locale text, p_params jsonb, p_ip inet) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.magic(p_email text, p_creates boolean, p_meta jsonb, p_locale text, p_params jsonb, p_ip inet) IS 'Mails a link and a code that sign in once; p_creates: an address without an account gets one by it. Returns 0, or the seconds to wait.';

REVOKE ALL ON FUNCTION seal_auth.magic(p_email text, p_creates boolean, p_meta jsonb, p_locale text, p_params jsonb, p_ip inet) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.magic(p_email text, p_creates boolean, p_meta jsonb, p_locale text, p_params jsonb, p_ip inet) TO sb_auth;
