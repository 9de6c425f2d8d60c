-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.end_sessions(p_user uuid, p_but uuid, p_why text) RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_session uuid;
    v_count   int := 0;
begin
    for v_session in
        update auth.sessions s set revoked_at = clock_timestamp(), revoked_why = p_why
         where s.user_id = p_user and s.id is distinct from p_but and s.revoked_at is null
        returning s.id
    loop
        perform seal_private.revoke_subject('session', null, v_session);
        v_count := v_count + 1;
    end loop;
    return v_count;
end $$;

ALTER FUNCTION seal_private.end_sessions(p_user uuid, p_but uuid, p_why text) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.end_sessions(p_user uuid, p_but uuid, p_why text) IS 'sign-out of many at once';

REVOKE ALL ON FUNCTION seal_private.end_sessions(p_user uuid, p_but uuid, p_why text) FROM PUBLIC;
