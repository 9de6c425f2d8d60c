-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.client_intelligence (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    client_name text NOT NULL,
    client_id uuid,
    psychographics jsonb DEFAULT '{}'::jsonb NOT NULL,
    deal_history jsonb[] DEFAULT '{}'::jsonb[] NOT NULL,
    embedding public.vector(1536),
    embedding_bits bit(1536) GENERATED ALWAYS AS ((public.binary_quantize(embedding))::bit(1536)) STORED,
    embedding_model text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT client_intelligence_client_name_given CHECK (((btrim(client_name) <> ''::text) AND (length(client_name) <= 200))),
    CONSTRAINT client_intelligence_deals_are_a_list CHECK (((COALESCE(array_ndims(deal_history), 1) = 1) AND (COALESCE(array_lower(deal_history, 1), 1) = 1) AND (array_position(deal_history, NULL::jsonb) IS NULL))),
    CONSTRAINT client_intelligence_embedding_named CHECK (((embedding IS NULL) = (embedding_model IS NULL))),
    CONSTRAINT client_intelligence_psychographics_is_object CHECK ((jsonb_typeof(psychographics) = 'object'::text))
);

ALTER TABLE ONLY public.client_intelligence FORCE ROW LEVEL SECURITY;

ALTER TABLE public.client_intelligence OWNER TO sb_owner;

COMMENT ON TABLE public.client_intelligence IS 'Knowledge about clients from past work, one row each.';

COMMENT ON COLUMN public.client_intelligence.psychographics IS 'preferred_tone, key_themes, risks_noted, pricing_strategy_used.';

COMMENT ON COLUMN public.client_intelligence.deal_history IS 'One object a deal, oldest first: proposal_id, title, date, positioning, key_themes, outcome. Appended to only.';

ALTER TABLE ONLY public.client_intelligence
    ADD CONSTRAINT client_intelligence_client_name_key UNIQUE (org_id, client_name);

ALTER TABLE ONLY public.client_intelligence
    ADD CONSTRAINT client_intelligence_pkey PRIMARY KEY (org_id, id);

CREATE INDEX client_intelligence_client_idx ON public.client_intelligence USING btree (org_id, client_id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF client_name, embedding_model, created_at, updated_at ON public.client_intelligence FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_client_intelligence();

CREATE TRIGGER bounds_deal_history BEFORE UPDATE OF deal_history ON public.client_intelligence FOR EACH ROW WHEN ((new.deal_history IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_client_intelligence('deal_history');

CREATE TRIGGER bounds_psychographics BEFORE UPDATE OF psychographics ON public.client_intelligence FOR EACH ROW WHEN ((new.psychographics IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_client_intelligence('psychographics');

CREATE TRIGGER history_stays BEFORE UPDATE ON public.client_intelligence FOR EACH ROW WHEN ((new.deal_history[:COALESCE(cardinality(old.deal_history), 0)] IS DISTINCT FROM old.deal_history)) EXECUTE FUNCTION seal_private.refuse('client_intelligence_history_stays', 'deal_history is appended to, never rewritten');

CREATE TRIGGER touch BEFORE UPDATE ON public.client_intelligence FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.client_intelligence
    ADD CONSTRAINT client_intelligence_client_fkey FOREIGN KEY (org_id, client_id) REFERENCES public.clients(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.client_intelligence
    ADD CONSTRAINT client_intelligence_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE public.client_intelligence ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_add ON public.client_intelligence FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_add ON public.client_intelligence IS 'member and above add.';

CREATE POLICY tenant_change ON public.client_intelligence FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_change ON public.client_intelligence IS 'member and above change.';

CREATE POLICY tenant_floor ON public.client_intelligence AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.client_intelligence IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.client_intelligence FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.client_intelligence IS 'viewer and above read.';

CREATE POLICY tenant_remove ON public.client_intelligence FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_remove ON public.client_intelligence IS 'admin and above remove.';

GRANT DELETE ON TABLE public.client_intelligence TO sb_tenant;

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.client_intelligence TO sb_tenant;

GRANT SELECT(id),INSERT(id) ON TABLE public.client_intelligence TO sb_tenant;

GRANT SELECT(client_name),INSERT(client_name),UPDATE(client_name) ON TABLE public.client_intelligence TO sb_tenant;

GRANT SELECT(client_id),INSERT(client_id),UPDATE(client_id) ON TABLE public.client_intelligence TO sb_tenant;

GRANT SELECT(psychographics),INSERT(psychographics),UPDATE(psychographics) ON TABLE public.client_intelligence TO sb_tenant;

GRANT SELECT(deal_history),INSERT(deal_history),UPDATE(deal_history) ON TABLE public.client_intelligence TO sb_tenant;

GRANT SELECT(embedding),INSERT(embedding),UPDATE(embedding) ON TABLE public.client_intelligence TO sb_tenant;

GRANT SELECT(embedding_bits) ON TABLE public.client_intelligence TO sb_tenant;

GRANT SELECT(embedding_model),INSERT(embedding_model),UPDATE(embedding_model) ON TABLE public.client_intelligence TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.client_intelligence TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.client_intelligence TO sb_tenant;
