-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.xor(p_one bytea, p_other bytea) RETURNS bytea
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select case when octet_length(p_one) = octet_length(p_other)
                then coalesce(string_agg(set_byte('\x00'::bytea, 0, get_byte(p_one, i) # get_byte(p_other, i)),
                                         ''::bytea order by i), ''::bytea) end
      from generate_series(0, octet_length(p_one) - 1) i
$$;

ALTER FUNCTION seal_private.xor(p_one bytea, p_other bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.xor(p_one bytea, p_other bytea) IS 'opens the secret of an app';

REVOKE ALL ON FUNCTION seal_private.xor(p_one bytea, p_other bytea) FROM PUBLIC;
