-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.sign_in(p_user uuid, p_method text, p_device bytea, p_ip inet, p_agent text) RETURNS uuid
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_session uuid;
    v_is_new  boolean;
begin
    if seal_private.is_banned(p_user) then
        raise exception 'the account is suspended' using errcode = '28000';
    end if;
    -- a passkey is two factors: a device, and what the device knows its person by
    insert into auth.sessions (user_id, device, ip, user_agent, amr, aal)
    values (p_user, p_device, p_ip, left(p_agent, 500), seal_private.with_method('[]', p_method),
            case p_method when 'passkey' then 2 else 1 end)
    returning id into v_session;
    insert into seal_private.session_keys (session_id) values (v_session);
    update auth.users set last_sign_in_at = clock_timestamp() where id = p_user;
    if p_device is not null then
        v_is_new := exists (select from auth.devices d where d.user_id = p_user)
                    and not exists (select from auth.devices d where d.user_id = p_user and d.device = p_device);
        -- a browser in which the second step was never ended is a stranger's, who has the password
        if p_method = 'passkey' or not seal_private.has_factor(p_user) then
            perform seal_private.remember_device(v_session);
        end if;
        if v_is_new then
            perform seal_private.mail_account(p_user, 'sign_in_new_device', jsonb_strip_nulls(jsonb_build_object(
                'ip', host(p_ip), 'user_agent', seal_private.in_one_line(left(p_agent, 200)),
                'at', to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))));
        end if;
    end if;
    perform seal_private.record_account(p_user, 'account.signed_in',
        jsonb_build_object('method', p_method, 'session', v_session));
    return v_session;
end $$;

ALTER FUNCTION seal_private.sign_in(p_user uuid, p_method text, p_device bytea, p_ip inet, p_agent text) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.sign_in(p_user uuid, p_method text, p_device bytea, p_ip inet, p_agent text) IS 'starts a session; its callers have seen what it takes';

REVOKE ALL ON FUNCTION seal_private.sign_in(p_user uuid, p_method text, p_device bytea, p_ip inet, p_agent text) FROM PUBLIC;
