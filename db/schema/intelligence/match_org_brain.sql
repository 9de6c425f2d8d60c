-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION intelligence.match_org_brain(p_org uuid, p_embedding public.vector, p_model text, p_words text, p_types text[] DEFAULT NULL::text[], p_limit integer DEFAULT 10, p_candidates integer DEFAULT 200) RETURNS TABLE(id uuid, source_id uuid, chunk_no integer, content_type text, heading text, content_text text, similarity double precision, score double precision)
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    BEGIN ATOMIC
 WITH asked AS MATERIALIZED (
          SELECT match_org_brain.p_embedding AS embedding,
             (public.binary_quantize(match_org_brain.p_embedding))::bit(1536) AS bits
         ), words AS MATERIALIZED (
          SELECT l.language,
             (NULLIF(replace((plainto_tsquery((l.language)::regconfig, match_org_brain.p_words))::text, '&'::text, '|'::text), ''::text))::tsquery AS query
            FROM unnest('{english,german,french,spanish,dutch,simple}'::text[]) l(language)
         ), nearest AS MATERIALIZED (
          SELECT b.id,
             b.embedding
            FROM (asked a
              CROSS JOIN public.org_brain b)
           WHERE ((b.org_id = match_org_brain.p_org) AND (b.embedding_model = match_org_brain.p_model) AND ((match_org_brain.p_types IS NULL) OR (b.content_type = ANY (match_org_brain.p_types))))
           ORDER BY (b.embedding_bits OPERATOR(public.<~>) a.bits), b.id
          LIMIT match_org_brain.p_candidates
         ), rescored AS (
          SELECT b.id,
             b.source_id,
             b.chunk_no,
             b.content_type,
             b.heading,
             b.content_text,
             b.same_text,
             b.created_at,
             ((1)::double precision - (n.embedding OPERATOR(public.<=>) a.embedding)) AS similarity,
             COALESCE(ts_rank_cd(b.search, w.query, 32), (0)::real) AS words
            FROM (((asked a
              CROSS JOIN nearest n)
              JOIN public.org_brain b ON (((b.org_id = match_org_brain.p_org) AND (b.id = n.id))))
              JOIN words w ON ((w.language = b.language)))
         ), once AS (
          SELECT DISTINCT ON (r.content_type, r.same_text) r.id,
             r.source_id,
             r.chunk_no,
             r.content_type,
             r.heading,
             r.content_text,
             max(r.similarity) OVER same AS similarity,
             max((((0.8)::double precision * r.similarity) + ((0.2)::double precision * r.words))) OVER same AS score
            FROM rescored r
           WINDOW same AS (PARTITION BY r.content_type, r.same_text)
           ORDER BY r.content_type, r.same_text, r.created_at, r.source_id, r.chunk_no
         )
  SELECT o.id,
     o.source_id,
     o.chunk_no,
     o.content_type,
     o.heading,
     o.content_text,
     o.similarity,
     o.score
    FROM once o
   ORDER BY o.score DESC, o.id
  LIMIT match_org_brain.p_limit;
END;

ALTER FUNCTION intelligence.match_org_brain(p_org uuid, p_embedding public.vector, p_model text, p_words text, p_types text[], p_limit integer, p_candidates integer) OWNER TO sb_owner;

COMMENT ON FUNCTION intelligence.match_org_brain(p_org uuid, p_embedding public.vector, p_model text, p_words text, p_types text[], p_limit integer, p_candidates integer) IS 'The passages nearest to a vector and to words, best first, and each text once; similarity is the cosine, score a blend of 0.8 cosine and 0.2 full text.';

REVOKE ALL ON FUNCTION intelligence.match_org_brain(p_org uuid, p_embedding public.vector, p_model text, p_words text, p_types text[], p_limit integer, p_candidates integer) FROM PUBLIC;
GRANT ALL ON FUNCTION intelligence.match_org_brain(p_org uuid, p_embedding public.vector, p_model text, p_words text, p_types text[], p_limit integer, p_candidates integer) TO sb_tenant;
