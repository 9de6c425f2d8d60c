-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.end_session(p_session uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform seal_private.revoke_subject('session', null, p_session);
    if seal_private.owns_auth() then
        delete from auth.sessions where id = p_session;
    end if;
end $$;

ALTER FUNCTION seal_auth.end_session(p_session uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.end_session(p_session uuid) IS 'Signs out: every token of the session is void from the next transaction on.';

REVOKE ALL ON FUNCTION seal_auth.end_session(p_session uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.end_session(p_session uuid) TO sb_auth;
