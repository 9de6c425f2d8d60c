-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.all_beginnings(p_text text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT (string_agg(((''''::text || replace(replace(w.lexeme, '\'::text, '\\'::text), ''''::text, ''''''::text)) || ''':*'::text), ' & '::text))::tsquery AS string_agg FROM unnest(to_tsvector('simple'::regconfig, core.to_words(all_beginnings.p_text))) w(lexeme, positions, weights));

ALTER FUNCTION core.all_beginnings(p_text text) OWNER TO sb_owner;

COMMENT ON FUNCTION core.all_beginnings(p_text text) IS 'The query that finds what has a word beginning with each of these words; null if there are none.';

REVOKE ALL ON FUNCTION core.all_beginnings(p_text text) FROM PUBLIC;
GRANT ALL ON FUNCTION core.all_beginnings(p_text text) TO sb_tenant;
