-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.empty_account(p_user uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform seal_private.end_sessions(p_user, null, 'the address was proven by another way');
    delete from auth.sessions s where s.user_id = p_user;       -- with steps, and tokens that wait
    delete from auth.identities i where i.user_id = p_user;
    delete from auth.factors f where f.user_id = p_user;
    delete from auth.passkeys k where k.user_id = p_user;
    delete from auth.recovery_codes c where c.user_id = p_user;
    delete from auth.devices d where d.user_id = p_user;
    delete from auth.flows f where f.user_id = p_user;
    update auth.one_time_tokens t set used_at = clock_timestamp()
     where t.used_at is null
       and (t.user_id = p_user
            or lower(t.email) = (select lower(u.email) from auth.users u where u.id = p_user));
    update auth.users u
       set password_salt = null, password_proof = null, password_set_at = null, raw_user_meta_data = '{}',
           email_confirmed_at = clock_timestamp()
     where u.id = p_user;
    perform seal_private.ensure_profile(u.id, u.email, null, u.email_confirmed_at)
       from auth.users u where u.id = p_user;
    perform seal_private.record_account(p_user, 'account.emptied');
end $$;

ALTER FUNCTION seal_private.empty_account(p_user uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.empty_account(p_user uuid) IS 'an account that nobody has proven keeps nothing when its address is';

REVOKE ALL ON FUNCTION seal_private.empty_account(p_user uuid) FROM PUBLIC;
