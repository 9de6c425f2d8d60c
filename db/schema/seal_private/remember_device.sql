-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.remember_device(p_session uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    insert into auth.devices as d (user_id, device, aal)
    select s.user_id, s.device, s.aal from auth.sessions s where s.id = p_session and s.device is not null
    on conflict on constraint devices_pkey do update
       set seen_at = clock_timestamp(), aal = greatest(d.aal, excluded.aal);
end $$;

ALTER FUNCTION seal_private.remember_device(p_session uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.remember_device(p_session uuid) IS 'a browser that signed in is counted by itself';

REVOKE ALL ON FUNCTION seal_private.remember_device(p_session uuid) FROM PUBLIC;
