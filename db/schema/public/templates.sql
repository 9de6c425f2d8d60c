-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.templates (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    name text NOT NULL,
    type text NOT NULL,
    content jsonb DEFAULT '{}'::jsonb NOT NULL,
    is_system boolean DEFAULT false NOT NULL,
    locale text DEFAULT 'en'::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT templates_content_is_object CHECK ((jsonb_typeof(content) = 'object'::text)),
    CONSTRAINT templates_locale_is_a_tag CHECK ((locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text)),
    CONSTRAINT templates_name_given CHECK (((btrim(name) <> ''::text) AND (length(name) <= 200))),
    CONSTRAINT templates_type_known CHECK ((type = ANY (ARRAY['proposal'::text, 'contract'::text, 'email'::text]))),
    CONSTRAINT templates_version_counted CHECK ((version > 0))
);

ALTER TABLE ONLY public.templates FORCE ROW LEVEL SECURITY;

ALTER TABLE public.templates OWNER TO sb_owner;

COMMENT ON TABLE public.templates IS 'Templates of proposals, contracts and mails.';

COMMENT ON COLUMN public.templates.content IS 'Sections with placeholders.';

COMMENT ON COLUMN public.templates.is_system IS 'Came with the product: copied, not edited. Only functions write such rows.';

ALTER TABLE ONLY public.templates
    ADD CONSTRAINT templates_name_key UNIQUE (org_id, type, name, locale);

ALTER TABLE ONLY public.templates
    ADD CONSTRAINT templates_pkey PRIMARY KEY (org_id, id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF name, locale, created_at, updated_at ON public.templates FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_templates();

CREATE TRIGGER bounds_content BEFORE UPDATE OF content ON public.templates FOR EACH ROW WHEN ((new.content IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_templates('content');

CREATE TRIGGER touch BEFORE UPDATE ON public.templates FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.templates
    ADD CONSTRAINT templates_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

CREATE POLICY system_templates_remain ON public.templates AS RESTRICTIVE FOR DELETE TO sb_tenant USING ((NOT is_system));

COMMENT ON POLICY system_templates_remain ON public.templates IS 'A system template is not deleted.';

CREATE POLICY system_templates_stay ON public.templates AS RESTRICTIVE FOR UPDATE TO sb_tenant USING ((NOT is_system)) WITH CHECK ((NOT is_system));

COMMENT ON POLICY system_templates_stay ON public.templates IS 'A system template is copied, not edited.';

ALTER TABLE public.templates ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_add ON public.templates FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_add ON public.templates IS 'member and above add.';

CREATE POLICY tenant_change ON public.templates FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_change ON public.templates IS 'member and above change.';

CREATE POLICY tenant_floor ON public.templates AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.templates IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.templates FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.templates IS 'viewer and above read.';

CREATE POLICY tenant_remove ON public.templates FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_remove ON public.templates IS 'admin and above remove.';

GRANT DELETE ON TABLE public.templates TO sb_tenant;

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.templates TO sb_tenant;

GRANT SELECT(id),INSERT(id) ON TABLE public.templates TO sb_tenant;

GRANT SELECT(name),INSERT(name),UPDATE(name) ON TABLE public.templates TO sb_tenant;

GRANT SELECT(type),INSERT(type),UPDATE(type) ON TABLE public.templates TO sb_tenant;

GRANT SELECT(content),INSERT(content),UPDATE(content) ON TABLE public.templates TO sb_tenant;

GRANT SELECT(is_system) ON TABLE public.templates TO sb_tenant;

GRANT SELECT(locale),INSERT(locale),UPDATE(locale) ON TABLE public.templates TO sb_tenant;

GRANT SELECT(version),INSERT(version),UPDATE(version) ON TABLE public.templates TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.templates TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.templates TO sb_tenant;
