-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.sign_out(p_proof bytea, p_scope text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me    record;
    v_waits boolean := false;
begin
    if (p_scope in ('local', 'others', 'global')) is not true then
        raise exception 'scope: this is none of local, others and global' using errcode = '22023';
    end if;
    select o.user_id, o.session_id into v_me from seal_private.session_of(p_proof) o;
    if v_me.user_id is null and seal_private.keeps_accounts() then
        select p.person as user_id, p.session as session_id into v_me
          from seal_private.person_before_second_step(p_proof) p;
        v_waits := true;
    end if;
    if v_me.user_id is null then
        raise exception 'unknown, expired or revoked credential' using errcode = '28000';
    end if;
    if not seal_private.keeps_accounts() then
        perform seal_private.revoke_subject('session', null, v_me.session_id);
        return;
    end if;
    -- who has not shown the second factor need not be the person: they end what they began
    if p_scope in ('others', 'global') and not v_waits then
        perform seal_private.end_sessions(v_me.user_id, v_me.session_id, 'the person signed out');
    end if;
    if p_scope in ('local', 'global') or v_waits then
        update auth.sessions s set revoked_at = clock_timestamp(), revoked_why = 'the person signed out'
         where s.id = v_me.session_id and s.revoked_at is null;
        perform seal_private.revoke_subject('session', null, v_me.session_id);
    end if;
end $$;

ALTER FUNCTION seal_auth.sign_out(p_proof bytea, p_scope text) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.sign_out(p_proof bytea, p_scope text) IS 'Signs out: local, this session; others, all but this one; global, all. Their tokens are void from the next transaction on. Before the second step: this session, whatever the scope. Where another auth server keeps the accounts: this session.';

REVOKE ALL ON FUNCTION seal_auth.sign_out(p_proof bytea, p_scope text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.sign_out(p_proof bytea, p_scope text) TO sb_auth;
