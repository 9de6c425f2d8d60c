-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.to_words(p_text text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN translate(replace(lower(regexp_replace(NORMALIZE("left"(p_text, 100000), NFKD), '[̀-ͯ]'::text, ''::text, 'g'::text)), 'ß'::text, 'ss'::text), 'øłđ@./\-_''’&+:#|,;()[]'::text, 'old                    '::text);

ALTER FUNCTION core.to_words(p_text text) OWNER TO sb_owner;

COMMENT ON FUNCTION core.to_words(p_text text) IS 'The text in small letters, without accents and the signs between words.';

REVOKE ALL ON FUNCTION core.to_words(p_text text) FROM PUBLIC;
GRANT ALL ON FUNCTION core.to_words(p_text text) TO sb_tenant;
