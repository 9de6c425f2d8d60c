-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION intelligence.times_shown(p_content jsonb, p_text text) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT NULLIF(sum(
         CASE
             WHEN t.is_sentence THEN ((t.text = w.words))::integer
             ELSE ((length(t.text) - length(replace(t.text, w.words, ''::text))) / NULLIF(length(w.words), 0))
         END), 0) AS "nullif"
    FROM (( SELECT btrim(regexp_replace(
                 CASE
                     WHEN (length(times_shown.p_text) <= 20000) THEN times_shown.p_text
                     ELSE NULL::text
                 END, '\s+'::text, ' '::text, 'g'::text)) AS words) w
      CROSS JOIN intelligence.shown_texts(times_shown.p_content) t(text, is_sentence));
END;

ALTER FUNCTION intelligence.times_shown(p_content jsonb, p_text text) OWNER TO sb_owner;

COMMENT ON FUNCTION intelligence.times_shown(p_content jsonb, p_text text) IS 'The number of times that a proposal''s content shows a text, word for word and in any section. Null: none.';

REVOKE ALL ON FUNCTION intelligence.times_shown(p_content jsonb, p_text text) FROM PUBLIC;
GRANT ALL ON FUNCTION intelligence.times_shown(p_content jsonb, p_text text) TO sb_tenant;
