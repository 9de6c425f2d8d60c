-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.count_factor(p_factor uuid, p_user uuid, p_session uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_session uuid;
begin
    update auth.factors f set verified_at = clock_timestamp() where f.id = p_factor and f.verified_at is null;
    if not found then
        return;
    end if;
    delete from auth.factors f where f.user_id = p_user and f.verified_at is null;
    for v_session in
        update auth.sessions s set revoked_at = clock_timestamp(), revoked_why = 'the person added a second factor'
         where s.user_id = p_user and s.id <> p_session and s.aal < 2 and s.revoked_at is null
        returning s.id
    loop
        perform seal_private.revoke_subject('session', null, v_session);
    end loop;
    perform seal_private.record_account(p_user, 'account.factor_added', jsonb_build_object('factor', p_factor));
    perform seal_private.mail_account(p_user, 'factors_changed', '{}');
end $$;

ALTER FUNCTION seal_private.count_factor(p_factor uuid, p_user uuid, p_session uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.count_factor(p_factor uuid, p_user uuid, p_session uuid) IS 'a factor is asked for from its first code on';

REVOKE ALL ON FUNCTION seal_private.count_factor(p_factor uuid, p_user uuid, p_session uuid) FROM PUBLIC;
