-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.renew(p_proof bytea, p_new bytea) RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me      constant record := seal_private.person_of(p_proof);
    v_lasts   constant interval := (select o.lasts from seal_private.session_of(p_proof) o);
    v_expires constant timestamptz := (
        select least(clock_timestamp() + least(v_lasts, interval '12 hours'), s.not_after,
                     s.created_at + interval '30 days')
          from auth.sessions s where s.id = v_me.session);
begin
    perform seal_private.revoke_proof(p_proof);
    perform seal_private.add_credential('session', p_new, v_me.person, null, v_me.session, 4, v_expires, s.aal)
       from auth.sessions s where s.id = v_me.session;
    return v_expires;
end $$;

ALTER FUNCTION seal_auth.renew(p_proof bytea, p_new bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.renew(p_proof bytea, p_new bytea) IS 'Puts a new proof in the place of a session''s one, which is void then; returns when it expires, 30 days after the sign-in at most.';

REVOKE ALL ON FUNCTION seal_auth.renew(p_proof bytea, p_new bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.renew(p_proof bytea, p_new bytea) TO sb_auth;
