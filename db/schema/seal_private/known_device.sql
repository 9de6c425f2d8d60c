-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.known_device(p_session uuid) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return (select encode(d.device, 'hex')
              from auth.sessions s join auth.devices d on d.user_id = s.user_id and d.device = s.device
             where s.id = p_session and d.aal = 2);
end $$;

ALTER FUNCTION seal_private.known_device(p_session uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.known_device(p_session uuid) IS 'a browser in which a second step ended is counted by itself';

REVOKE ALL ON FUNCTION seal_private.known_device(p_session uuid) FROM PUBLIC;
