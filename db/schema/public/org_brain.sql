-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.org_brain (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    source_id uuid NOT NULL,
    chunk_no integer NOT NULL,
    content_type text NOT NULL,
    heading text DEFAULT ''::text NOT NULL,
    content_text text NOT NULL,
    language text DEFAULT 'english'::text NOT NULL,
    embedding public.vector(1536) NOT NULL,
    embedding_bits bit(1536) GENERATED ALWAYS AS ((public.binary_quantize(embedding))::bit(1536)) STORED NOT NULL,
    embedding_model text NOT NULL,
    search tsvector GENERATED ALWAYS AS ((setweight(
CASE language
    WHEN 'english'::text THEN to_tsvector('english'::regconfig, heading)
    WHEN 'german'::text THEN to_tsvector('german'::regconfig, heading)
    WHEN 'french'::text THEN to_tsvector('french'::regconfig, heading)
    WHEN 'spanish'::text THEN to_tsvector('spanish'::regconfig, heading)
    WHEN 'dutch'::text THEN to_tsvector('dutch'::regconfig, heading)
    ELSE to_tsvector('simple'::regconfig, heading)
END, 'A'::"char") ||
CASE language
    WHEN 'english'::text THEN to_tsvector('english'::regconfig, content_text)
    WHEN 'german'::text THEN to_tsvector('german'::regconfig, content_text)
    WHEN 'french'::text THEN to_tsvector('french'::regconfig, content_text)
    WHEN 'spanish'::text THEN to_tsvector('spanish'::regconfig, content_text)
    WHEN 'dutch'::text THEN to_tsvector('dutch'::regconfig, content_text)
    ELSE to_tsvector('simple'::regconfig, content_text)
END)) STORED NOT NULL,
    same_text uuid GENERATED ALWAYS AS ((md5(lower(regexp_replace(btrim(content_text, ' 	
'::text), '\s+'::text, ' '::text, 'g'::text))))::uuid) STORED NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT org_brain_chunk_counted CHECK ((chunk_no > 0)),
    CONSTRAINT org_brain_content_text_given CHECK (((btrim(content_text) <> ''::text) AND (length(content_text) <= 20000))),
    CONSTRAINT org_brain_content_type_known CHECK ((content_type = ANY (ARRAY['voice'::text, 'service'::text, 'case_study'::text, 'pricing'::text, 'faq'::text, 'policy'::text, 'past_proposal'::text, 'bio'::text, 'internal'::text]))),
    CONSTRAINT org_brain_embedding_model_given CHECK ((embedding_model <> ''::text)),
    CONSTRAINT org_brain_heading_is_short CHECK ((length(heading) <= 1000)),
    CONSTRAINT org_brain_language_known CHECK ((language = ANY (ARRAY['english'::text, 'german'::text, 'french'::text, 'spanish'::text, 'dutch'::text, 'simple'::text])))
);

ALTER TABLE ONLY public.org_brain FORCE ROW LEVEL SECURITY;

ALTER TABLE public.org_brain OWNER TO sb_owner;

COMMENT ON TABLE public.org_brain IS 'Passages of the agency''s knowledge, word for word as they stand in their source, with their vectors. A row of a table is a passage, below the lines of the table''s head.';

COMMENT ON COLUMN public.org_brain.chunk_no IS 'The place in its source, from 1.';

COMMENT ON COLUMN public.org_brain.content_type IS 'As of its source; see knowledge_sources.';

COMMENT ON COLUMN public.org_brain.heading IS 'The headings that the passage stands under, outermost first.';

COMMENT ON COLUMN public.org_brain.language IS 'The text search configuration that search is made with.';

COMMENT ON COLUMN public.org_brain.embedding IS 'Of unit length; fewer dimensions are padded with zeros, which changes no distance.';

COMMENT ON COLUMN public.org_brain.embedding_bits IS 'The signs of embedding: what a search scans, before it looks at vectors.';

COMMENT ON COLUMN public.org_brain.embedding_model IS 'What made the vector. Vectors of different models are never compared.';

COMMENT ON COLUMN public.org_brain.same_text IS 'Hash of the text in small letters with single spaces: equal where two sources say the same, of which a search finds one.';

ALTER TABLE ONLY public.org_brain
    ADD CONSTRAINT org_brain_chunk_key UNIQUE (org_id, source_id, chunk_no);

ALTER TABLE ONLY public.org_brain
    ADD CONSTRAINT org_brain_pkey PRIMARY KEY (org_id, id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF heading, embedding_model, content_text, created_at, updated_at ON public.org_brain FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_org_brain();

CREATE TRIGGER touch BEFORE UPDATE ON public.org_brain FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.org_brain
    ADD CONSTRAINT org_brain_source_fkey FOREIGN KEY (org_id, source_id) REFERENCES public.knowledge_sources(org_id, id) ON DELETE CASCADE;

ALTER TABLE public.org_brain ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_add ON public.org_brain FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_add ON public.org_brain IS 'member and above add.';

CREATE POLICY tenant_change ON public.org_brain FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_change ON public.org_brain IS 'member and above change.';

CREATE POLICY tenant_floor ON public.org_brain AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.org_brain IS 'Rows of the open context''s organisation, or none.';

CREATE POLICY tenant_read ON public.org_brain FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.org_brain IS 'viewer and above read.';

CREATE POLICY tenant_remove ON public.org_brain FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_remove ON public.org_brain IS 'member and above remove.';

GRANT DELETE ON TABLE public.org_brain TO sb_tenant;

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.org_brain TO sb_tenant;

GRANT SELECT(id),INSERT(id) ON TABLE public.org_brain TO sb_tenant;

GRANT SELECT(source_id),INSERT(source_id) ON TABLE public.org_brain TO sb_tenant;

GRANT SELECT(chunk_no),INSERT(chunk_no) ON TABLE public.org_brain TO sb_tenant;

GRANT SELECT(content_type),INSERT(content_type),UPDATE(content_type) ON TABLE public.org_brain TO sb_tenant;

GRANT SELECT(heading),INSERT(heading),UPDATE(heading) ON TABLE public.org_brain TO sb_tenant;

GRANT SELECT(content_text),INSERT(content_text),UPDATE(content_text) ON TABLE public.org_brain TO sb_tenant;

GRANT SELECT(language),INSERT(language),UPDATE(language) ON TABLE public.org_brain TO sb_tenant;

GRANT SELECT(embedding),INSERT(embedding),UPDATE(embedding) ON TABLE public.org_brain TO sb_tenant;

GRANT SELECT(embedding_bits) ON TABLE public.org_brain TO sb_tenant;

GRANT SELECT(embedding_model),INSERT(embedding_model),UPDATE(embedding_model) ON TABLE public.org_brain TO sb_tenant;

GRANT SELECT(search) ON TABLE public.org_brain TO sb_tenant;

GRANT SELECT(same_text) ON TABLE public.org_brain TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.org_brain TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.org_brain TO sb_tenant;
