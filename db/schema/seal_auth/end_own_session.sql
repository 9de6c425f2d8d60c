-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.end_own_session(p_proof bytea, p_session uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me constant record := seal_private.person_of(p_proof);
begin
    update auth.sessions s set revoked_at = clock_timestamp(), revoked_why = 'the person ended it'
     where s.id = p_session and s.user_id = v_me.person and s.revoked_at is null;
    if not found then
        return false;
    end if;
    perform seal_private.revoke_subject('session', null, p_session);
    return true;
end $$;

ALTER FUNCTION seal_auth.end_own_session(p_proof bytea, p_session uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.end_own_session(p_proof bytea, p_session uuid) IS 'Ends one of the person''s own sessions. False: they have none of this id that lasts.';

REVOKE ALL ON FUNCTION seal_auth.end_own_session(p_proof bytea, p_session uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.end_own_session(p_proof bytea, p_session uuid) TO sb_auth;
