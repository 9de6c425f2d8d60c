-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bound_in_words(p_kind text, p_most bigint) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
    select format(case p_kind
        when 'text'   then 'at most %s bytes'
        when 'bytes'  then 'at most %s bytes'
        when 'json'   then 'at most %s bytes, 100 levels, and numbers up to 1.8e308'
        when 'list'   then 'at most 1000 elements, and %s bytes'
        when 'number' then 'a number from -%1$s to %1$s'
        when 'time'   then 'a time from 1900 to 2199'
        when 'period' then 'a period within 1900 to 2199, with a beginning and an end'
        when 'span'   then 'at most 100 years'
    end, p_most)
$_$;

ALTER FUNCTION seal_private.bound_in_words(p_kind text, p_most bigint) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bound_in_words(p_kind text, p_most bigint) IS 'the words by which a person is told of a bound';

REVOKE ALL ON FUNCTION seal_private.bound_in_words(p_kind text, p_most bigint) FROM PUBLIC;
