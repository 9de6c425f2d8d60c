-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.as_locale(p_said text) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
    select case when p_said ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' and length(p_said) <= 35 then p_said else 'en' end
$_$;

ALTER FUNCTION seal_private.as_locale(p_said text) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.as_locale(p_said text) IS 'the language of a mail';

REVOKE ALL ON FUNCTION seal_private.as_locale(p_said text) FROM PUBLIC;
