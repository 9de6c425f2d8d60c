-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.recovery_bucket(p_session uuid) RETURNS bytea
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return (select seal_private.bucket('recovery code', concat_ws(':', s.user_id,
                       coalesce(seal_private.known_device(s.id), seal_private.network_of(s.ip))))
              from auth.sessions s where s.id = p_session);
end $$;

ALTER FUNCTION seal_private.recovery_bucket(p_session uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.recovery_bucket(p_session uuid) IS 'what tries of recovery codes are counted by';

REVOKE ALL ON FUNCTION seal_private.recovery_bucket(p_session uuid) FROM PUBLIC;
