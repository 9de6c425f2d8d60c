-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION intelligence.still_shows(p_content jsonb, p_sentence uuid) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    BEGIN ATOMIC
 SELECT (intelligence.times_shown(still_shows.p_content, s.text) > ( SELECT count(*) AS count
            FROM public.proposal_sentences o
           WHERE ((o.org_id = s.org_id) AND (o.proposal_id = s.proposal_id) AND (o.id <> s.id) AND (o.text = s.text) AND (NOT (EXISTS ( SELECT
                    FROM public.sentence_resolutions r
                   WHERE ((r.org_id = o.org_id) AND (r.sentence_id = o.id) AND (r.resolution = ANY (ARRAY['rewritten'::text, 'removed'::text])))))))))
    FROM public.proposal_sentences s
   WHERE ((s.org_id = ( SELECT seal.org(1) AS org)) AND (s.id = still_shows.p_sentence));
END;

ALTER FUNCTION intelligence.still_shows(p_content jsonb, p_sentence uuid) OWNER TO sb_owner;

COMMENT ON FUNCTION intelligence.still_shows(p_content jsonb, p_sentence uuid) IS 'True if the content shows the judged sentence; else false or null.';

REVOKE ALL ON FUNCTION intelligence.still_shows(p_content jsonb, p_sentence uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION intelligence.still_shows(p_content jsonb, p_sentence uuid) TO sb_tenant;
