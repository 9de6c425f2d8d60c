-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.change_password(p_proof bytea, p_derived bytea, p_ticket bytea, p_salt bytea, p_password_proof bytea) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me      constant record := seal_private.person_of(p_proof);
    v_email   constant text := (select u.email from auth.users u where u.id = v_me.person);
    v_is_sure boolean;
begin
    -- A link that was mailed for this signed the session in, not long ago.
    select exists (select from jsonb_array_elements(s.amr) m
                    where m ->> 'method' = 'recovery'
                      and (m ->> 'timestamp')::bigint > extract(epoch from clock_timestamp()) - 600)
           or u.password_proof = sha256(p_derived)
      into v_is_sure
      from auth.sessions s join auth.users u on u.id = s.user_id where s.id = v_me.session;
    if v_is_sure is not true then
        update auth.one_time_tokens t set used_at = clock_timestamp()
         where t.id = seal_private.ticketed(p_ticket, v_email) and t.kind = 'reauth' and t.relates_to = v_me.session
           and t.used_at is null and t.expires_at > clock_timestamp();
        v_is_sure := found;
    end if;
    if v_is_sure is not true then
        return case when p_ticket is null and p_derived is null then 'asked' else 'refused' end;
    end if;
    perform seal_private.forget_tries(seal_private.bucket('own password', v_me.person::text));
    update auth.users u
       set password_salt = p_salt, password_proof = p_password_proof, password_set_at = clock_timestamp()
     where u.id = v_me.person;
    perform seal_private.end_sessions(v_me.person, v_me.session, 'the password was changed');
    -- one link sets one password, and those that wait are for the one before
    update auth.sessions s
       set amr = coalesce((select jsonb_agg(m) from jsonb_array_elements(s.amr) m where m ->> 'method' <> 'recovery'),
                          '[]') || '[{"method": "otp"}]'
     where s.id = v_me.session and s.amr @> '[{"method": "recovery"}]';
    update auth.one_time_tokens t set used_at = clock_timestamp()
     where t.user_id = v_me.person and t.kind in ('recovery', 'magic', 'reauth') and t.used_at is null;
    perform seal_private.record_account(v_me.person, 'account.password_changed'),
            seal_private.mail_account(v_me.person, 'password_changed', '{}');
    return 'changed';
end $$;

ALTER FUNCTION seal_auth.change_password(p_proof bytea, p_derived bytea, p_ticket bytea, p_salt bytea, p_password_proof bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.change_password(p_proof bytea, p_derived bytea, p_ticket bytea, p_salt bytea, p_password_proof bytea) IS 'Sets another password, if the one before is shown (its 32 bytes), or a ticket of try_own_code(), or the session came by a link to recover within ten minutes. All other sessions end. changed, refused, or asked: nothing of that was shown.';

REVOKE ALL ON FUNCTION seal_auth.change_password(p_proof bytea, p_derived bytea, p_ticket bytea, p_salt bytea, p_password_proof bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.change_password(p_proof bytea, p_derived bytea, p_ticket bytea, p_salt bytea, p_password_proof bytea) TO sb_auth;
