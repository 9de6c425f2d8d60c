-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.refresh_mac(p_session uuid, p_counter integer) RETURNS bytea
    LANGUAGE sql STABLE STRICT
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select sha256(k.refresh_key || sha256(k.refresh_key || uuid_send(p_session) || int4send(p_counter)))
      from seal_private.session_keys k where k.session_id = p_session
$$;

ALTER FUNCTION seal_private.refresh_mac(p_session uuid, p_counter integer) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.refresh_mac(p_session uuid, p_counter integer) IS 'the authentication of a refresh token';

REVOKE ALL ON FUNCTION seal_private.refresh_mac(p_session uuid, p_counter integer) FROM PUBLIC;
