-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.invoices (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    stripe_invoice_id text NOT NULL,
    number text,
    status text NOT NULL,
    amount bigint NOT NULL,
    amount_paid bigint DEFAULT 0 NOT NULL,
    currency text NOT NULL,
    hosted_url text,
    period daterange,
    issued_at timestamp with time zone,
    paid_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT invoices_amounts_not_negative CHECK ((LEAST(amount, amount_paid) >= 0)),
    CONSTRAINT invoices_currency_is_iso_4217 CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT invoices_hosted_url_is_web CHECK (((hosted_url ~ '^https://'::text) AND (length(hosted_url) <= 2000))),
    CONSTRAINT invoices_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'open'::text, 'paid'::text, 'void'::text, 'uncollectible'::text]))),
    CONSTRAINT invoices_stripe_invoice_id_given CHECK (((stripe_invoice_id <> ''::text) AND (length(stripe_invoice_id) <= 255)))
);

ALTER TABLE ONLY public.invoices FORCE ROW LEVEL SECURITY;

ALTER TABLE public.invoices OWNER TO sb_owner;

COMMENT ON TABLE public.invoices IS 'Invoices to the organization, synced from Stripe.';

COMMENT ON COLUMN public.invoices.amount IS 'Due in all, in the currency''s minor unit.';

COMMENT ON COLUMN public.invoices.hosted_url IS 'Stripe''s page to look at it and pay.';

ALTER TABLE ONLY public.invoices
    ADD CONSTRAINT invoices_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.invoices
    ADD CONSTRAINT invoices_stripe_invoice_key UNIQUE (org_id, stripe_invoice_id);

CREATE INDEX invoices_issued_idx ON public.invoices USING btree (org_id, issued_at DESC);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF stripe_invoice_id, number, currency, hosted_url, amount, amount_paid, period, issued_at, paid_at, created_at, updated_at ON public.invoices FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_invoices();

CREATE TRIGGER touch BEFORE UPDATE ON public.invoices FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.invoices
    ADD CONSTRAINT invoices_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE public.invoices ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_add ON public.invoices FOR INSERT TO sb_tenant WITH CHECK (((org_id = ( SELECT seal.org(1) AS org)) AND (( SELECT seal.kind() AS kind) = 'billing'::text)));

COMMENT ON POLICY tenant_add ON public.invoices IS 'viewer and above add in a context of kind billing.';

CREATE POLICY tenant_change ON public.invoices FOR UPDATE TO sb_tenant USING (((org_id = ( SELECT seal.org(1) AS org)) AND (( SELECT seal.kind() AS kind) = 'billing'::text))) WITH CHECK (((org_id = ( SELECT seal.org(1) AS org)) AND (( SELECT seal.kind() AS kind) = 'billing'::text)));

COMMENT ON POLICY tenant_change ON public.invoices IS 'viewer and above change in a context of kind billing.';

CREATE POLICY tenant_floor ON public.invoices AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.invoices IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.invoices FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_read ON public.invoices IS 'admin and above read.';

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.invoices TO sb_tenant;

GRANT SELECT(id),INSERT(id) ON TABLE public.invoices TO sb_tenant;

GRANT SELECT(stripe_invoice_id),INSERT(stripe_invoice_id) ON TABLE public.invoices TO sb_tenant;

GRANT SELECT(number),INSERT(number),UPDATE(number) ON TABLE public.invoices TO sb_tenant;

GRANT SELECT(status),INSERT(status),UPDATE(status) ON TABLE public.invoices TO sb_tenant;

GRANT SELECT(amount),INSERT(amount),UPDATE(amount) ON TABLE public.invoices TO sb_tenant;

GRANT SELECT(amount_paid),INSERT(amount_paid),UPDATE(amount_paid) ON TABLE public.invoices TO sb_tenant;

GRANT SELECT(currency),INSERT(currency),UPDATE(currency) ON TABLE public.invoices TO sb_tenant;

GRANT SELECT(hosted_url),INSERT(hosted_url),UPDATE(hosted_url) ON TABLE public.invoices TO sb_tenant;

GRANT SELECT(period),INSERT(period),UPDATE(period) ON TABLE public.invoices TO sb_tenant;

GRANT SELECT(issued_at),INSERT(issued_at),UPDATE(issued_at) ON TABLE public.invoices TO sb_tenant;

GRANT SELECT(paid_at),INSERT(paid_at),UPDATE(paid_at) ON TABLE public.invoices TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.invoices TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.invoices TO sb_tenant;
