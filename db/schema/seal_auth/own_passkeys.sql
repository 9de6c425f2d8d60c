-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.own_passkeys(p_proof bytea) RETURNS TABLE(id uuid, friendly_name text, created_at timestamp with time zone, last_used_at timestamp with time zone, transports text[], is_synced boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me constant record := seal_private.person_of(p_proof);
begin
    return query
        select k.id, k.friendly_name, k.created_at, k.last_used_at, k.transports, k.is_synced
          from auth.passkeys k where k.user_id = v_me.person order by k.created_at, k.id;
end $$;

ALTER FUNCTION seal_auth.own_passkeys(p_proof bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.own_passkeys(p_proof bytea) IS 'The person''s own passkeys. Raises CredentialRefusedError.';

REVOKE ALL ON FUNCTION seal_auth.own_passkeys(p_proof bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.own_passkeys(p_proof bytea) TO sb_auth;
