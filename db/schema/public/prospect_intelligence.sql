-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.prospect_intelligence (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    prospect_name text NOT NULL,
    website_url text,
    profile jsonb DEFAULT '{}'::jsonb NOT NULL,
    sources jsonb DEFAULT '[]'::jsonb NOT NULL,
    cached_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone DEFAULT (now() + '30 days'::interval) NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT prospect_intelligence_expires_after_caching CHECK ((expires_at > cached_at)),
    CONSTRAINT prospect_intelligence_profile_is_object CHECK ((jsonb_typeof(profile) = 'object'::text)),
    CONSTRAINT prospect_intelligence_prospect_name_given CHECK (((btrim(prospect_name) <> ''::text) AND (length(prospect_name) <= 200))),
    CONSTRAINT prospect_intelligence_sources_are_a_list CHECK ((jsonb_typeof(sources) = 'array'::text)),
    CONSTRAINT prospect_intelligence_website_is_web CHECK (((website_url ~ '^https?://'::text) AND (length(website_url) <= 2000)))
);

ALTER TABLE ONLY public.prospect_intelligence FORCE ROW LEVEL SECURITY;

ALTER TABLE public.prospect_intelligence OWNER TO sb_owner;

COMMENT ON TABLE public.prospect_intelligence IS 'Research on prospects, cached until it expires.';

COMMENT ON COLUMN public.prospect_intelligence.sources IS 'The pages it was read from: url, title, read_at.';

ALTER TABLE ONLY public.prospect_intelligence
    ADD CONSTRAINT prospect_intelligence_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.prospect_intelligence
    ADD CONSTRAINT prospect_intelligence_prospect_name_key UNIQUE (org_id, prospect_name);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF prospect_name, website_url, cached_at, expires_at, created_at, updated_at ON public.prospect_intelligence FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_prospect_intelligence();

CREATE TRIGGER bounds_profile BEFORE UPDATE OF profile ON public.prospect_intelligence FOR EACH ROW WHEN ((new.profile IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_prospect_intelligence('profile');

CREATE TRIGGER bounds_sources BEFORE UPDATE OF sources ON public.prospect_intelligence FOR EACH ROW WHEN ((new.sources IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_prospect_intelligence('sources');

CREATE TRIGGER touch BEFORE UPDATE ON public.prospect_intelligence FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.prospect_intelligence
    ADD CONSTRAINT prospect_intelligence_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE public.prospect_intelligence ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_add ON public.prospect_intelligence FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_add ON public.prospect_intelligence IS 'member and above add.';

CREATE POLICY tenant_change ON public.prospect_intelligence FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_change ON public.prospect_intelligence IS 'member and above change.';

CREATE POLICY tenant_floor ON public.prospect_intelligence AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.prospect_intelligence IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.prospect_intelligence FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.prospect_intelligence IS 'viewer and above read.';

CREATE POLICY tenant_remove ON public.prospect_intelligence FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_remove ON public.prospect_intelligence IS 'admin and above remove.';

GRANT DELETE ON TABLE public.prospect_intelligence TO sb_tenant;

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.prospect_intelligence TO sb_tenant;

GRANT SELECT(id),INSERT(id) ON TABLE public.prospect_intelligence TO sb_tenant;

GRANT SELECT(prospect_name),INSERT(prospect_name),UPDATE(prospect_name) ON TABLE public.prospect_intelligence TO sb_tenant;

GRANT SELECT(website_url),INSERT(website_url),UPDATE(website_url) ON TABLE public.prospect_intelligence TO sb_tenant;

GRANT SELECT(profile),INSERT(profile),UPDATE(profile) ON TABLE public.prospect_intelligence TO sb_tenant;

GRANT SELECT(sources),INSERT(sources),UPDATE(sources) ON TABLE public.prospect_intelligence TO sb_tenant;

GRANT SELECT(cached_at),INSERT(cached_at),UPDATE(cached_at) ON TABLE public.prospect_intelligence TO sb_tenant;

GRANT SELECT(expires_at),INSERT(expires_at),UPDATE(expires_at) ON TABLE public.prospect_intelligence TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.prospect_intelligence TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.prospect_intelligence TO sb_tenant;
