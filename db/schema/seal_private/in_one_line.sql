-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.in_one_line(p_text text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select regexp_replace(p_text, E'[\\u0001-\\u001f\\u007f-\\u009f\\u2028\\u2029]', ' ', 'g')
$$;

ALTER FUNCTION seal_private.in_one_line(p_text text) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.in_one_line(p_text text) IS 'texts of others in mails';

REVOKE ALL ON FUNCTION seal_private.in_one_line(p_text text) FROM PUBLIC;
