-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.change_email(p_proof bytea, p_email text, p_params jsonb, p_ip inet) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me     constant record := seal_private.person_of(p_proof);
    v_email  constant text := (select u.email from auth.users u where u.id = v_me.person);
    v_locale constant text := seal_private.locale_of(v_me.person);
    v_wait   int := seal_private.wait_for_mail('email change', v_me.person::text, p_ip);
    v_old    uuid;
    v_new    uuid;
    v_free   boolean;
begin
    if v_wait = 0 then
        v_wait := seal_private.wait_for_mail('email change', p_email, p_ip);
    end if;
    if v_wait > 0 then
        return v_wait;
    end if;
    -- one change at a time
    update auth.one_time_tokens t set used_at = clock_timestamp(), relates_to = null
     where t.user_id = v_me.person and t.kind in ('email_old', 'email_new');
    v_free := not exists (select from auth.users u where lower(u.email) = lower(p_email));
    v_old := seal_private.issue_one_time('email_old', v_email, v_me.person, '1 day');
    v_new := seal_private.issue_one_time('email_new', p_email, v_me.person, '1 day');
    update auth.one_time_tokens t
       set relates_to = case t.id when v_old then v_new else v_old end,
           -- what is in no mail has a secret that nobody knows; all else is as if it were
           stored = case when t.id = v_new and not v_free then sha256(uuid_send(gen_random_uuid())) else t.stored end,
           attempts = case when t.id = v_new and not v_free then 5 else 0 end
     where t.id in (v_old, v_new);
    perform seal_private.mail_secret_to('email_change_old', v_old, v_email, v_locale,
                                        coalesce(p_params, '{}') || jsonb_build_object('new_email', p_email), true),
            seal_private.mail_secret_to(case when v_free then 'email_change_new' else 'signup_known' end,
                                        case when v_free then v_new end, p_email, v_locale, p_params, true);
    return 0;
end $$;

ALTER FUNCTION seal_auth.change_email(p_proof bytea, p_email text, p_params jsonb, p_ip inet) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.change_email(p_proof bytea, p_email text, p_params jsonb, p_ip inet) IS 'Mails a link to the address of the account and one to the new address: it changes when both were used. Nobody is told whether the new one has an account. Returns 0, or the seconds to wait.';

REVOKE ALL ON FUNCTION seal_auth.change_email(p_proof bytea, p_email text, p_params jsonb, p_ip inet) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.change_email(p_proof bytea, p_email text, p_params jsonb, p_ip inet) TO sb_auth;
