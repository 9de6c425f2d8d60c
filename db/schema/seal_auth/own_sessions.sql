-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.own_sessions(p_proof bytea) RETURNS TABLE(id uuid, created_at timestamp with time zone, refreshed_at timestamp with time zone, ends_at timestamp with time zone, ip text, user_agent text, level integer, is_own boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me constant record := seal_private.person_of(p_proof);
begin
    return query
        select s.id, s.created_at, s.refreshed_at, least(s.not_after, s.not_idle_after), host(s.ip), s.user_agent,
               s.aal::int, s.id = v_me.session
          from auth.sessions s
         where s.user_id = v_me.person and s.revoked_at is null
           and least(s.not_after, s.not_idle_after) > clock_timestamp()
         order by s.refreshed_at desc, s.id limit 100;
end $$;

ALTER FUNCTION seal_auth.own_sessions(p_proof bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.own_sessions(p_proof bytea) IS 'The person''s own sessions that last, the newest 100.';

REVOKE ALL ON FUNCTION seal_auth.own_sessions(p_proof bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.own_sessions(p_proof bytea) TO sb_auth;
