-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.recover(p_email text, p_locale text, p_params jsonb, p_ip inet) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_wait int;
    v_user uuid;
begin
    perform seal_private.assert_own_accounts();
    v_wait := seal_private.wait_for_mail('recovery', p_email, p_ip);
    if v_wait > 0 then
        return v_wait;
    end if;
    select u.id into v_user from auth.users u where lower(u.email) = lower(p_email);
    perform seal_private.mail_secret_to('recover',
        seal_private.issue_one_time('recovery', p_email, v_user, '1 hour'), p_email, p_locale, p_params,
        v_user is not null);
    return 0;
end $$;

ALTER FUNCTION seal_auth.recover(p_email text, p_locale text, p_params jsonb, p_ip inet) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.recover(p_email text, p_locale text, p_params jsonb, p_ip inet) IS 'Mails a link that signs in once, to set another password. Returns 0, or the seconds to wait.';

REVOKE ALL ON FUNCTION seal_auth.recover(p_email text, p_locale text, p_params jsonb, p_ip inet) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.recover(p_email text, p_locale text, p_params jsonb, p_ip inet) TO sb_auth;
