-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.raise_level(p_session uuid, p_method text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_user uuid;
begin
    update auth.sessions s
       set aal = 2, amr = seal_private.with_method(s.amr, p_method), refresh_counter = s.refresh_counter + 1,
           refreshed_at = clock_timestamp(), not_idle_after = clock_timestamp() + interval '30 days'
     where s.id = p_session and s.revoked_at is null
    returning s.user_id into v_user;
    if not found then
        raise exception 'unknown, expired or revoked credential' using errcode = '28000';
    end if;
    delete from seal_private.session_keys k where k.session_id = p_session;
    insert into seal_private.session_keys (session_id) values (p_session);
    delete from auth.waiting_tokens w where w.session_id = p_session;
    perform seal_private.revoke_subject('session', null, p_session),
            seal_private.forget_tries(seal_private.step_bucket(p_session));
    perform seal_private.remember_device(p_session);
    perform seal_private.record_account(v_user, 'account.second_step',
        jsonb_build_object('method', p_method, 'session', p_session));
end $$;

ALTER FUNCTION seal_private.raise_level(p_session uuid, p_method text) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.raise_level(p_session uuid, p_method text) IS 'ends the second step; its callers have seen what it takes';

REVOKE ALL ON FUNCTION seal_private.raise_level(p_session uuid, p_method text) FROM PUBLIC;
