-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.prove_one_time(p_token uuid, OUT outcome text, OUT proven uuid, OUT address text, OUT method text) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_token record;
    v_email text;
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
        proven := seal_private.create_proven(v_token.email, v_token.user_meta, v_token.password_salt,
                                             v_token.password_proof);
    elsif v_token.kind = 'recovery' then
        -- the account may have another address by now than the one that the mail went to
        select u.id into proven from auth.users u
         where u.id = v_token.user_id and lower(u.email) = lower(v_token.email);
    end if;
    if proven is null or seal_private.is_banned(proven) then
        return;
    end if;
    outcome := 'proven';
    address := v_token.email;
    method := case v_token.kind when 'recovery' then 'recovery' else 'otp' end;
end $$;

ALTER FUNCTION seal_private.prove_one_time(p_token uuid, OUT outcome text, OUT proven uuid, OUT address text, OUT method text) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.prove_one_time(p_token uuid, OUT outcome text, OUT proven uuid, OUT address text, OUT method text) IS 'uses a link or a code up';

REVOKE ALL ON FUNCTION seal_private.prove_one_time(p_token uuid, OUT outcome text, OUT proven uuid, OUT address text, OUT method text) FROM PUBLIC;
