-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.end_session(p_session uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform seal_private.revoke_subject('session', null, p_session);
    if seal_private.keeps_accounts() then
        update auth.sessions s set revoked_at = clock_timestamp(), revoked_why = 'the installer ended it'
         where s.id = p_session and s.revoked_at is null;
    end if;
end $$;

ALTER FUNCTION core.end_session(p_session uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION core.end_session(p_session uuid) IS 'Ends a session: every token of it is void from the next transaction on. For the installer: no login may call it.';

REVOKE ALL ON FUNCTION core.end_session(p_session uuid) FROM PUBLIC;
