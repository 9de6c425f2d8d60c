-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.services (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    name text NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    unit text DEFAULT 'project'::text NOT NULL,
    unit_price_minor bigint NOT NULL,
    currency text NOT NULL,
    billing_period text DEFAULT 'once'::text NOT NULL,
    tax_rate numeric(6,4) DEFAULT 0 NOT NULL,
    active boolean DEFAULT true NOT NULL,
    lock_version integer DEFAULT 0 NOT NULL,
    search tsvector GENERATED ALWAYS AS ((setweight(to_tsvector('simple'::regconfig, core.to_words(name)), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, core.to_words(description)), 'D'::"char"))) STORED NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT services_billing_period_known CHECK ((billing_period = ANY (ARRAY['once'::text, 'monthly'::text, 'yearly'::text]))),
    CONSTRAINT services_currency_is_iso_4217 CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT services_name_given CHECK (((btrim(name) <> ''::text) AND (length(name) <= 200))),
    CONSTRAINT services_price_not_negative CHECK ((unit_price_minor >= 0)),
    CONSTRAINT services_tax_rate_is_a_share CHECK (((tax_rate >= (0)::numeric) AND (tax_rate <= (1)::numeric))),
    CONSTRAINT services_unit_given CHECK (((btrim(unit) <> ''::text) AND (length(unit) <= 40)))
);

ALTER TABLE ONLY public.services FORCE ROW LEVEL SECURITY;

ALTER TABLE public.services OWNER TO sb_owner;

COMMENT ON TABLE public.services IS 'Services that the agency sells, with their prices.';

COMMENT ON COLUMN public.services.unit IS 'The unit that the price is for: project, day, hour, page.';

COMMENT ON COLUMN public.services.unit_price_minor IS 'In the currency''s minor unit (cents); never a fraction.';

COMMENT ON COLUMN public.services.tax_rate IS 'A share: 0.19 is 19 %.';

COMMENT ON COLUMN public.services.active IS 'Offered in new proposals.';

COMMENT ON COLUMN public.services.lock_version IS 'Counts changes: a change names the number that it has read.';

COMMENT ON COLUMN public.services.search IS 'The words of the texts, those of the name first; see the same column of clients.';

ALTER TABLE ONLY public.services
    ADD CONSTRAINT services_name_key UNIQUE (org_id, name);

ALTER TABLE ONLY public.services
    ADD CONSTRAINT services_pkey PRIMARY KEY (org_id, id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF name, unit, currency, description, unit_price_minor, tax_rate, created_at, updated_at ON public.services FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_services();

CREATE TRIGGER change_counts BEFORE UPDATE ON public.services FOR EACH ROW EXECUTE FUNCTION seal_private.count_change();

CREATE TRIGGER touch BEFORE UPDATE ON public.services FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.services
    ADD CONSTRAINT services_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE public.services ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_add ON public.services FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_add ON public.services IS 'admin and above add.';

CREATE POLICY tenant_change ON public.services FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_change ON public.services IS 'admin and above change.';

CREATE POLICY tenant_floor ON public.services AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.services IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.services FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.services IS 'viewer and above read.';

CREATE POLICY tenant_remove ON public.services FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_remove ON public.services IS 'admin and above remove.';

GRANT DELETE ON TABLE public.services TO sb_tenant;

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.services TO sb_tenant;

GRANT SELECT(id),INSERT(id) ON TABLE public.services TO sb_tenant;

GRANT SELECT(name),INSERT(name),UPDATE(name) ON TABLE public.services TO sb_tenant;

GRANT SELECT(description),INSERT(description),UPDATE(description) ON TABLE public.services TO sb_tenant;

GRANT SELECT(unit),INSERT(unit),UPDATE(unit) ON TABLE public.services TO sb_tenant;

GRANT SELECT(unit_price_minor),INSERT(unit_price_minor),UPDATE(unit_price_minor) ON TABLE public.services TO sb_tenant;

GRANT SELECT(currency),INSERT(currency),UPDATE(currency) ON TABLE public.services TO sb_tenant;

GRANT SELECT(billing_period),INSERT(billing_period),UPDATE(billing_period) ON TABLE public.services TO sb_tenant;

GRANT SELECT(tax_rate),INSERT(tax_rate),UPDATE(tax_rate) ON TABLE public.services TO sb_tenant;

GRANT SELECT(active),INSERT(active),UPDATE(active) ON TABLE public.services TO sb_tenant;

GRANT SELECT(lock_version) ON TABLE public.services TO sb_tenant;

GRANT SELECT(search) ON TABLE public.services TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.services TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.services TO sb_tenant;
