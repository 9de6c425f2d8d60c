-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.whole_number(p_bytes bytea) RETURNS numeric
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_padded constant bytea := substr('\x00000000000000'::bytea, octet_length(p_bytes) % 7 + 1) || p_bytes;
    v_found  numeric := 0;
begin
    for v_part in 0 .. octet_length(v_padded) / 7 - 1 loop
        v_found := v_found * 72057594037927936      -- 2^56
                   + ('x' || encode(substr(v_padded, v_part * 7 + 1, 7), 'hex'))::bit(56)::bigint;
    end loop;
    return v_found;
end $$;

ALTER FUNCTION seal_private.whole_number(p_bytes bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.whole_number(p_bytes bytea) IS 'The number whose bytes these are, the highest first.';

REVOKE ALL ON FUNCTION seal_private.whole_number(p_bytes bytea) FROM PUBLIC;
