-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.register(p_session uuid, p_counter integer, p_mac bytea, p_proof bytea, p_is_cookie boolean) RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_session record;
    v_expires timestamptz;
begin
    perform seal_private.assert_own_accounts();
    select s.* into v_session from auth.sessions s where s.id = p_session for share;
    if v_session.revoked_at is not null
       or least(v_session.not_after, v_session.not_idle_after) <= clock_timestamp()
       or (p_counter = v_session.refresh_counter
           or p_counter = v_session.refresh_counter - 1    -- another tab was quicker
              and v_session.refreshed_at > clock_timestamp() - interval '10 seconds') is not true
       or (sha256(seal_private.refresh_mac(p_session, p_counter)) = sha256(p_mac)) is not true
       or seal_private.is_banned(v_session.user_id) then
        raise exception 'unknown, expired or revoked session' using errcode = '28000';
    end if;
    v_expires := least(clock_timestamp() + case when p_is_cookie then interval '12 hours' else interval '1 hour' end,
                       v_session.not_after);
    if v_session.aal < 2 and seal_private.has_factor(v_session.user_id) then
        return seal_private.add_waiting(p_proof, p_session, v_expires);
    end if;
    perform seal_private.add_credential('session', p_proof, v_session.user_id, null, p_session, 4, v_expires,
                                        v_session.aal);
    return v_expires;
end $$;

ALTER FUNCTION seal_auth.register(p_session uuid, p_counter integer, p_mac bytea, p_proof bytea, p_is_cookie boolean) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.register(p_session uuid, p_counter integer, p_mac bytea, p_proof bytea, p_is_cookie boolean) IS 'Registers the proof of an access token (an hour) or of a browser''s cookie (12 hours, see prolong) for the session of a refresh token; returns when it expires. Of a session that waits for the second step it opens no context, and lasts an hour. Raises CredentialRefusedError.';

REVOKE ALL ON FUNCTION seal_auth.register(p_session uuid, p_counter integer, p_mac bytea, p_proof bytea, p_is_cookie boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.register(p_session uuid, p_counter integer, p_mac bytea, p_proof bytea, p_is_cookie boolean) TO sb_auth;
