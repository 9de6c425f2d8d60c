-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.vouched_moment(p_moment timestamp with time zone) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select round(extract(epoch from p_moment) * 1000000)::text
$$;

ALTER FUNCTION seal_private.vouched_moment(p_moment timestamp with time zone) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.vouched_moment(p_moment timestamp with time zone) IS 'A moment as the process signs it: microseconds since 1970, the same in every time zone and setting.';

REVOKE ALL ON FUNCTION seal_private.vouched_moment(p_moment timestamp with time zone) FROM PUBLIC;
