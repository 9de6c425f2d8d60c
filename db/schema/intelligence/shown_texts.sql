-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION intelligence.shown_texts(p_content jsonb) RETURNS TABLE(text text, is_sentence boolean)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT btrim(regexp_replace(t.text, '\s+'::text, ' '::text, 'g'::text)) AS btrim,
     t.is_sentence
    FROM (jsonb_path_query(shown_texts.p_content, '$."sections"[*]."blocks"[*]'::jsonpath) b(block)
      CROSS JOIN LATERAL ( SELECT (one.sentence ->> 'text'::text) AS "?column?",
             true AS "?column?"
            FROM jsonb_path_query(b.block, '$."sentences"[*]'::jsonpath) one(sentence)
         UNION ALL
          SELECT (b.block ->> 'text'::text),
             false
           WHERE (NOT jsonb_path_exists(b.block, '$."sentences"[0]'::jsonpath))
         UNION ALL
          SELECT (c.cell #>> '{}'::text[]),
             false
            FROM jsonb_path_query(b.block, '$."table"."rows"[*][*]'::jsonpath) c(cell)) t(text, is_sentence));
END;

ALTER FUNCTION intelligence.shown_texts(p_content jsonb) OWNER TO sb_owner;

COMMENT ON FUNCTION intelligence.shown_texts(p_content jsonb) IS 'The sentences, blocks and cells of a proposal''s content, with single spaces.';

REVOKE ALL ON FUNCTION intelligence.shown_texts(p_content jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION intelligence.shown_texts(p_content jsonb) TO sb_tenant;
