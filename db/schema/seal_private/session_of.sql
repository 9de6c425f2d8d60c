-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.session_of(p_proof bytea, OUT user_id uuid, OUT session_id uuid, OUT lasts interval) RETURNS record
    LANGUAGE sql STABLE STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select c.user_id, c.subject, c.expires_at - c.created_at from seal_private.credentials c
     where c.stored = sha256(p_proof) and c.kind = 'session' and c.revoked_at is null
       and c.expires_at > clock_timestamp()
$$;

ALTER FUNCTION seal_private.session_of(p_proof bytea, OUT user_id uuid, OUT session_id uuid, OUT lasts interval) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.session_of(p_proof bytea, OUT user_id uuid, OUT session_id uuid, OUT lasts interval) IS 'who an access token or a cookie is of';

REVOKE ALL ON FUNCTION seal_private.session_of(p_proof bytea, OUT user_id uuid, OUT session_id uuid, OUT lasts interval) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.session_of(p_proof bytea, OUT user_id uuid, OUT session_id uuid, OUT lasts interval) TO sb_gate;
