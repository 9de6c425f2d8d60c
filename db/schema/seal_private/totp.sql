-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.totp(p_secret bytea, p_step bigint) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_key    constant bytea := p_secret || decode(repeat('00', 64 - octet_length(p_secret)), 'hex');
    v_inner  constant bytea := seal_private.xor(v_key, decode(repeat('36', 64), 'hex')) || int8send(p_step);
    v_mac    constant bytea := seal_private.sha1(seal_private.xor(v_key, decode(repeat('5c', 64), 'hex'))
                                                 || seal_private.sha1(v_inner));
    v_offset constant int := get_byte(v_mac, 19) & 15;
begin
    return lpad(((('x' || encode(substr(v_mac, v_offset + 1, 4), 'hex'))::bit(32)::bigint & 2147483647)
                 % 1000000)::text, 6, '0');
end $$;

ALTER FUNCTION seal_private.totp(p_secret bytea, p_step bigint) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.totp(p_secret bytea, p_step bigint) IS 'The six digits of a secret of at most 64 bytes at a step of thirty seconds since 1970.';

REVOKE ALL ON FUNCTION seal_private.totp(p_secret bytea, p_step bigint) FROM PUBLIC;
