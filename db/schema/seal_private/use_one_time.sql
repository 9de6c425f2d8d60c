-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.use_one_time(p_token uuid, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT new_session uuid) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_token record;
    v_email text;
    v_user  uuid;
begin
    -- of two addresses that say yes at once, one is the second
    perform from auth.one_time_tokens t
      where t.id in (p_token, (select p.relates_to from auth.one_time_tokens p where p.id = p_token))
      order by t.id for update;
    update auth.one_time_tokens t set used_at = clock_timestamp()
     where t.id = p_token and t.used_at is null and t.expires_at > clock_timestamp() and t.attempts <= 5
    returning t.* into v_token;
    outcome := 'refused';
    if not found then
        return;
    end if;
    if v_token.kind in ('email_old', 'email_new') then
        select t.email into v_email from auth.one_time_tokens t
         where t.id in (v_token.id, v_token.relates_to) and t.kind = 'email_new';
        if not exists (select from auth.one_time_tokens t
                        where t.id = v_token.relates_to and t.used_at is not null) then
            outcome := 'half_confirmed';
        elsif not exists (select from auth.users u where lower(u.email) = lower(v_email)) then
            perform seal_private.finish_email_change(v_token.user_id, v_email);
            outcome := 'email_changed';
        end if;
        return;
    end if;
    if v_token.kind in ('signup', 'magic') then
        v_user := seal_private.create_proven(v_token.email, v_token.user_meta, v_token.password_salt,
                                             v_token.password_proof);
    elsif v_token.kind = 'recovery' then
        -- the account may have another address by now than the one that the mail went to
        select u.id into v_user from auth.users u
         where u.id = v_token.user_id and lower(u.email) = lower(v_token.email);
    end if;
    if v_user is null or seal_private.is_banned(v_user) then
        return;
    end if;
    outcome := 'signed_in';
    new_session := seal_private.sign_in(v_user, case v_token.kind when 'recovery' then 'recovery' else 'otp' end,
                                        p_device, p_ip, p_agent);
end $$;

ALTER FUNCTION seal_private.use_one_time(p_token uuid, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT new_session uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.use_one_time(p_token uuid, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT new_session uuid) IS 'uses a link or a code up';

REVOKE ALL ON FUNCTION seal_private.use_one_time(p_token uuid, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT new_session uuid) FROM PUBLIC;
