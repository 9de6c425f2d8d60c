-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bits(p_number numeric) RETURNS bit[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select array_agg((div(p_number, 4294967296::numeric ^ i) % 4294967296)::bigint::bit(32) order by i)
      from generate_series(0, 7) i
$$;

ALTER FUNCTION seal_private.bits(p_number numeric) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.bits(p_number numeric) IS 'signatures of passkeys';

REVOKE ALL ON FUNCTION seal_private.bits(p_number numeric) FROM PUBLIC;
