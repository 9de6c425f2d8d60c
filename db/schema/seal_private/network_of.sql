-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.network_of(p_ip inet) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select coalesce(host(network(set_masklen(p_ip, case family(p_ip) when 6 then 64 else 32 end))), 'unknown')
$$;

ALTER FUNCTION seal_private.network_of(p_ip inet) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.network_of(p_ip inet) IS 'the network that tries are counted by';

REVOKE ALL ON FUNCTION seal_private.network_of(p_ip inet) FROM PUBLIC;
