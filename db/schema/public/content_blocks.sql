-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.content_blocks (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    tags text[] DEFAULT '{}'::text[] NOT NULL,
    owner_id uuid DEFAULT seal.user_id(),
    review_by date,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT content_blocks_body_given CHECK (((btrim(body) <> ''::text) AND (length(body) <= 100000))),
    CONSTRAINT content_blocks_kind_known CHECK ((kind = ANY (ARRAY['case_study'::text, 'bio'::text, 'clause'::text, 'faq'::text, 'snippet'::text]))),
    CONSTRAINT content_blocks_title_given CHECK (((btrim(title) <> ''::text) AND (length(title) <= 200)))
);

ALTER TABLE ONLY public.content_blocks FORCE ROW LEVEL SECURITY;

ALTER TABLE public.content_blocks OWNER TO sb_owner;

COMMENT ON TABLE public.content_blocks IS 'Reusable texts.';

COMMENT ON COLUMN public.content_blocks.owner_id IS 'The person who keeps it true; a plain column, so that it outlives their membership.';

COMMENT ON COLUMN public.content_blocks.review_by IS 'After this day somebody should read it again.';

ALTER TABLE ONLY public.content_blocks
    ADD CONSTRAINT content_blocks_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.content_blocks
    ADD CONSTRAINT content_blocks_title_key UNIQUE (org_id, kind, title);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF title, body, review_by, created_at, updated_at ON public.content_blocks FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_content_blocks();

CREATE TRIGGER bounds_tags BEFORE UPDATE OF tags ON public.content_blocks FOR EACH ROW WHEN ((new.tags IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_content_blocks('tags');

CREATE TRIGGER touch BEFORE UPDATE ON public.content_blocks FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.content_blocks
    ADD CONSTRAINT content_blocks_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE public.content_blocks ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_add ON public.content_blocks FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_add ON public.content_blocks IS 'member and above add.';

CREATE POLICY tenant_change ON public.content_blocks FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_change ON public.content_blocks IS 'member and above change.';

CREATE POLICY tenant_floor ON public.content_blocks AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.content_blocks IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.content_blocks FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.content_blocks IS 'viewer and above read.';

CREATE POLICY tenant_remove ON public.content_blocks FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_remove ON public.content_blocks IS 'admin and above remove.';

GRANT DELETE ON TABLE public.content_blocks TO sb_tenant;

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.content_blocks TO sb_tenant;

GRANT SELECT(id),INSERT(id) ON TABLE public.content_blocks TO sb_tenant;

GRANT SELECT(kind),INSERT(kind),UPDATE(kind) ON TABLE public.content_blocks TO sb_tenant;

GRANT SELECT(title),INSERT(title),UPDATE(title) ON TABLE public.content_blocks TO sb_tenant;

GRANT SELECT(body),INSERT(body),UPDATE(body) ON TABLE public.content_blocks TO sb_tenant;

GRANT SELECT(tags),INSERT(tags),UPDATE(tags) ON TABLE public.content_blocks TO sb_tenant;

GRANT SELECT(owner_id),INSERT(owner_id),UPDATE(owner_id) ON TABLE public.content_blocks TO sb_tenant;

GRANT SELECT(review_by),INSERT(review_by),UPDATE(review_by) ON TABLE public.content_blocks TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.content_blocks TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.content_blocks TO sb_tenant;
