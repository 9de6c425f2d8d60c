-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.knowledge_sources (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    kind text NOT NULL,
    content_type text NOT NULL,
    title text NOT NULL,
    origin text,
    place bytea,
    file_id uuid,
    sha256 bytea NOT NULL,
    status text DEFAULT 'pending'::text NOT NULL,
    chunks integer DEFAULT 0 NOT NULL,
    embedding_model text,
    review_by date,
    error text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT knowledge_sources_chunks_counted CHECK ((chunks >= 0)),
    CONSTRAINT knowledge_sources_content_type_known CHECK ((content_type = ANY (ARRAY['voice'::text, 'service'::text, 'case_study'::text, 'pricing'::text, 'faq'::text, 'policy'::text, 'past_proposal'::text, 'bio'::text, 'internal'::text]))),
    CONSTRAINT knowledge_sources_error_when_failed CHECK (((status = 'failed'::text) = (error IS NOT NULL))),
    CONSTRAINT knowledge_sources_kind_known CHECK ((kind = ANY (ARRAY['file'::text, 'url'::text, 'paste'::text, 'block'::text, 'proposal'::text, 'folder'::text]))),
    CONSTRAINT knowledge_sources_origin_is_short CHECK ((length(origin) <= 2000)),
    CONSTRAINT knowledge_sources_place_is_sha256 CHECK ((octet_length(place) = 32)),
    CONSTRAINT knowledge_sources_sha256_is_one CHECK ((octet_length(sha256) = 32)),
    CONSTRAINT knowledge_sources_status_known CHECK ((status = ANY (ARRAY['pending'::text, 'ready'::text, 'failed'::text]))),
    CONSTRAINT knowledge_sources_title_given CHECK (((btrim(title) <> ''::text) AND (length(title) <= 300)))
);

ALTER TABLE ONLY public.knowledge_sources FORCE ROW LEVEL SECURITY;

ALTER TABLE public.knowledge_sources OWNER TO sb_owner;

COMMENT ON TABLE public.knowledge_sources IS 'What the agency has taught the product, piece by piece.';

COMMENT ON COLUMN public.knowledge_sources.origin IS 'Tells it from the others of its kind: a file''s path from the folder that was ingested, a web address; never a place on one machine.';

COMMENT ON COLUMN public.knowledge_sources.place IS 'Hash of the organization''s id and the path at which a file was read last; it tells two folders of one name apart, so that a file that is gone from one is not looked for in the other. Null: it is no file of a folder.';

COMMENT ON COLUMN public.knowledge_sources.file_id IS 'The original, so that a quote can be looked up in it.';

COMMENT ON COLUMN public.knowledge_sources.sha256 IS 'Of the original''s bytes: the same bytes are taken in once, wherever they are.';

COMMENT ON COLUMN public.knowledge_sources.embedding_model IS 'What made the vectors of its passages.';

COMMENT ON COLUMN public.knowledge_sources.review_by IS 'The day that the text names for its own review; after it somebody should read it again before it is quoted.';

ALTER TABLE ONLY public.knowledge_sources
    ADD CONSTRAINT knowledge_sources_origin_key UNIQUE (org_id, kind, origin);

ALTER TABLE ONLY public.knowledge_sources
    ADD CONSTRAINT knowledge_sources_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.knowledge_sources
    ADD CONSTRAINT knowledge_sources_sha256_key UNIQUE (org_id, sha256);

CREATE INDEX knowledge_sources_file_idx ON public.knowledge_sources USING btree (org_id, file_id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF title, origin, embedding_model, error, place, sha256, review_by, created_at, updated_at ON public.knowledge_sources FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_knowledge_sources();

CREATE TRIGGER touch BEFORE UPDATE ON public.knowledge_sources FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.knowledge_sources
    ADD CONSTRAINT knowledge_sources_file_fkey FOREIGN KEY (org_id, file_id) REFERENCES public.files(org_id, id);

ALTER TABLE ONLY public.knowledge_sources
    ADD CONSTRAINT knowledge_sources_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE public.knowledge_sources ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_add ON public.knowledge_sources FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_add ON public.knowledge_sources IS 'member and above add.';

CREATE POLICY tenant_change ON public.knowledge_sources FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_change ON public.knowledge_sources IS 'member and above change.';

CREATE POLICY tenant_floor ON public.knowledge_sources AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.knowledge_sources IS 'Rows of the open context''s organisation, or none.';

CREATE POLICY tenant_read ON public.knowledge_sources FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.knowledge_sources IS 'viewer and above read.';

CREATE POLICY tenant_remove ON public.knowledge_sources FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_remove ON public.knowledge_sources IS 'admin and above remove.';

GRANT DELETE ON TABLE public.knowledge_sources TO sb_tenant;

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.knowledge_sources TO sb_tenant;

GRANT SELECT(id),INSERT(id) ON TABLE public.knowledge_sources TO sb_tenant;

GRANT SELECT(kind),INSERT(kind),UPDATE(kind) ON TABLE public.knowledge_sources TO sb_tenant;

GRANT SELECT(content_type),INSERT(content_type),UPDATE(content_type) ON TABLE public.knowledge_sources TO sb_tenant;

GRANT SELECT(title),INSERT(title),UPDATE(title) ON TABLE public.knowledge_sources TO sb_tenant;

GRANT SELECT(origin),INSERT(origin),UPDATE(origin) ON TABLE public.knowledge_sources TO sb_tenant;

GRANT SELECT(place),INSERT(place),UPDATE(place) ON TABLE public.knowledge_sources TO sb_tenant;

GRANT SELECT(file_id),INSERT(file_id),UPDATE(file_id) ON TABLE public.knowledge_sources TO sb_tenant;

GRANT SELECT(sha256),INSERT(sha256),UPDATE(sha256) ON TABLE public.knowledge_sources TO sb_tenant;

GRANT SELECT(status),INSERT(status),UPDATE(status) ON TABLE public.knowledge_sources TO sb_tenant;

GRANT SELECT(chunks),INSERT(chunks),UPDATE(chunks) ON TABLE public.knowledge_sources TO sb_tenant;

GRANT SELECT(embedding_model),INSERT(embedding_model),UPDATE(embedding_model) ON TABLE public.knowledge_sources TO sb_tenant;

GRANT SELECT(review_by),INSERT(review_by),UPDATE(review_by) ON TABLE public.knowledge_sources TO sb_tenant;

GRANT SELECT(error),INSERT(error),UPDATE(error) ON TABLE public.knowledge_sources TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.knowledge_sources TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.knowledge_sources TO sb_tenant;
