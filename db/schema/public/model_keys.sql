-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.model_keys (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    vendor text NOT NULL,
    secret text NOT NULL,
    set_by uuid DEFAULT seal.user_id(),
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT model_keys_secret_is_a_word CHECK (((secret ~ '^[!-~]+$'::text) AND ((length(secret) >= 8) AND (length(secret) <= 1000)))),
    CONSTRAINT model_keys_vendor_known CHECK ((vendor = ANY (ARRAY['openai'::text, 'anthropic'::text])))
);

ALTER TABLE ONLY public.model_keys FORCE ROW LEVEL SECURITY;

ALTER TABLE public.model_keys OWNER TO sb_owner;

COMMENT ON TABLE public.model_keys IS 'Keys of the organization at vendors of models, one for each.';

COMMENT ON COLUMN public.model_keys.vendor IS 'openai stands for every OpenAI-compatible endpoint.';

COMMENT ON COLUMN public.model_keys.secret IS 'The key as the vendor gave it: requests need it whole. No tenant reads it; a backup holds it.';

COMMENT ON COLUMN public.model_keys.set_by IS 'The person who set it last, from the context.';

ALTER TABLE ONLY public.model_keys
    ADD CONSTRAINT model_keys_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.model_keys
    ADD CONSTRAINT model_keys_vendor_key UNIQUE (org_id, vendor);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF secret, created_at, updated_at ON public.model_keys FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_model_keys();

CREATE TRIGGER touch BEFORE UPDATE ON public.model_keys FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.model_keys
    ADD CONSTRAINT model_keys_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE public.model_keys ENABLE ROW LEVEL SECURITY;

CREATE POLICY setting ON public.model_keys TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY setting ON public.model_keys IS 'Functions set, remove and hand out the key of the open organization.';

CREATE POLICY tenant_floor ON public.model_keys AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_floor ON public.model_keys IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.model_keys FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_read ON public.model_keys IS 'admin and above read.';

GRANT DELETE ON TABLE public.model_keys TO sb_gate;

GRANT SELECT(org_id) ON TABLE public.model_keys TO sb_tenant;
GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.model_keys TO sb_gate;

GRANT SELECT(id) ON TABLE public.model_keys TO sb_tenant;
GRANT SELECT(id) ON TABLE public.model_keys TO sb_gate;

GRANT SELECT(vendor) ON TABLE public.model_keys TO sb_tenant;
GRANT SELECT(vendor),INSERT(vendor) ON TABLE public.model_keys TO sb_gate;

GRANT SELECT(secret),INSERT(secret),UPDATE(secret) ON TABLE public.model_keys TO sb_gate;

GRANT SELECT(set_by) ON TABLE public.model_keys TO sb_tenant;
GRANT UPDATE(set_by) ON TABLE public.model_keys TO sb_gate;

GRANT SELECT(created_at) ON TABLE public.model_keys TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.model_keys TO sb_tenant;
