-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.with_method(p_amr jsonb, p_method text) RETURNS jsonb
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select jsonb_build_array(jsonb_build_object('method', p_method,
                                                'timestamp', extract(epoch from clock_timestamp())::bigint))
           || coalesce((select jsonb_agg(m) from jsonb_array_elements(p_amr) m where m ->> 'method' <> p_method), '[]')
$$;

ALTER FUNCTION seal_private.with_method(p_amr jsonb, p_method text) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.with_method(p_amr jsonb, p_method text) IS 'how a person signed in';

REVOKE ALL ON FUNCTION seal_private.with_method(p_amr jsonb, p_method text) FROM PUBLIC;
