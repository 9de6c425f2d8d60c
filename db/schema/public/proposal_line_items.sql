-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.proposal_line_items (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    proposal_id uuid NOT NULL,
    service_id uuid,
    label text NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    option_group text,
    is_optional boolean DEFAULT false NOT NULL,
    is_selected boolean DEFAULT true NOT NULL,
    quantity numeric(12,2) DEFAULT 1 NOT NULL,
    unit text DEFAULT 'project'::text NOT NULL,
    unit_price_minor bigint NOT NULL,
    discount numeric(5,4) DEFAULT 0 NOT NULL,
    tax_rate numeric(6,4) DEFAULT 0 NOT NULL,
    billing_period text DEFAULT 'once'::text NOT NULL,
    net_minor bigint GENERATED ALWAYS AS ((round(((quantity * (unit_price_minor)::numeric) * ((1)::numeric - discount))))::bigint) STORED NOT NULL,
    "position" integer NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT proposal_line_items_billing_period_known CHECK ((billing_period = ANY (ARRAY['once'::text, 'monthly'::text, 'yearly'::text]))),
    CONSTRAINT proposal_line_items_discount_is_a_share CHECK (((discount >= (0)::numeric) AND (discount <= (1)::numeric))),
    CONSTRAINT proposal_line_items_label_given CHECK (((btrim(label) <> ''::text) AND (length(label) <= 200))),
    CONSTRAINT proposal_line_items_price_in_range CHECK (((unit_price_minor >= 0) AND (unit_price_minor <= '100000000000'::bigint))),
    CONSTRAINT proposal_line_items_quantity_in_range CHECK (((quantity > (0)::numeric) AND (quantity <= (1000000)::numeric))),
    CONSTRAINT proposal_line_items_selected_unless_optional CHECK ((is_selected OR is_optional)),
    CONSTRAINT proposal_line_items_tax_rate_is_a_share CHECK (((tax_rate >= (0)::numeric) AND (tax_rate <= (1)::numeric))),
    CONSTRAINT proposal_line_items_unit_given CHECK (((btrim(unit) <> ''::text) AND (length(unit) <= 40)))
);

ALTER TABLE ONLY public.proposal_line_items FORCE ROW LEVEL SECURITY;

ALTER TABLE public.proposal_line_items OWNER TO sb_owner;

COMMENT ON TABLE public.proposal_line_items IS 'Lines of proposals'' price tables; amounts in the proposal''s currency.';

COMMENT ON COLUMN public.proposal_line_items.service_id IS 'The service that gave the price. Null if a person wrote it.';

COMMENT ON COLUMN public.proposal_line_items.option_group IS 'Of the optional items of a group the client takes one.';

COMMENT ON COLUMN public.proposal_line_items.discount IS 'A share: 0.1 is 10 %.';

COMMENT ON COLUMN public.proposal_line_items.net_minor IS 'Quantity x price less the discount, rounded half away from zero, before tax.';

ALTER TABLE ONLY public.proposal_line_items
    ADD CONSTRAINT proposal_line_items_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.proposal_line_items
    ADD CONSTRAINT proposal_line_items_position_key UNIQUE (org_id, proposal_id, "position") DEFERRABLE;

CREATE INDEX proposal_line_items_service_idx ON public.proposal_line_items USING btree (org_id, service_id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF label, option_group, unit, description, quantity, discount, tax_rate, unit_price_minor, created_at, updated_at ON public.proposal_line_items FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_proposal_line_items();

CREATE TRIGGER stays_with_its_proposal BEFORE UPDATE ON public.proposal_line_items FOR EACH ROW WHEN ((old.proposal_id <> new.proposal_id)) EXECUTE FUNCTION seal_private.refuse('proposal_line_items_stay', 'a line item stays with its proposal');

CREATE TRIGGER total_proposal AFTER INSERT OR DELETE OR UPDATE ON public.proposal_line_items FOR EACH ROW EXECUTE FUNCTION seal_private.total_proposal();

CREATE TRIGGER touch BEFORE UPDATE ON public.proposal_line_items FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.proposal_line_items
    ADD CONSTRAINT proposal_line_items_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.proposal_line_items
    ADD CONSTRAINT proposal_line_items_proposal_fkey FOREIGN KEY (org_id, proposal_id) REFERENCES public.proposals(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.proposal_line_items
    ADD CONSTRAINT proposal_line_items_service_fkey FOREIGN KEY (org_id, service_id) REFERENCES public.services(org_id, id);

ALTER TABLE public.proposal_line_items ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_add ON public.proposal_line_items FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_add ON public.proposal_line_items IS 'member and above add.';

CREATE POLICY tenant_change ON public.proposal_line_items FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_change ON public.proposal_line_items IS 'member and above change.';

CREATE POLICY tenant_floor ON public.proposal_line_items AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.proposal_line_items IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.proposal_line_items FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.proposal_line_items IS 'viewer and above read.';

CREATE POLICY tenant_remove ON public.proposal_line_items FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_remove ON public.proposal_line_items IS 'member and above remove.';

CREATE POLICY totals ON public.proposal_line_items FOR SELECT TO sb_gate USING (true);

COMMENT ON POLICY totals ON public.proposal_line_items IS 'A trigger adds up the line items of the proposal whose line item changed.';

GRANT DELETE ON TABLE public.proposal_line_items TO sb_tenant;

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.proposal_line_items TO sb_tenant;
GRANT SELECT(org_id) ON TABLE public.proposal_line_items TO sb_gate;

GRANT SELECT(id),INSERT(id) ON TABLE public.proposal_line_items TO sb_tenant;

GRANT SELECT(proposal_id),INSERT(proposal_id),UPDATE(proposal_id) ON TABLE public.proposal_line_items TO sb_tenant;
GRANT SELECT(proposal_id) ON TABLE public.proposal_line_items TO sb_gate;

GRANT SELECT(service_id),INSERT(service_id),UPDATE(service_id) ON TABLE public.proposal_line_items TO sb_tenant;

GRANT SELECT(label),INSERT(label),UPDATE(label) ON TABLE public.proposal_line_items TO sb_tenant;

GRANT SELECT(description),INSERT(description),UPDATE(description) ON TABLE public.proposal_line_items TO sb_tenant;

GRANT SELECT(option_group),INSERT(option_group),UPDATE(option_group) ON TABLE public.proposal_line_items TO sb_tenant;

GRANT SELECT(is_optional),INSERT(is_optional),UPDATE(is_optional) ON TABLE public.proposal_line_items TO sb_tenant;

GRANT SELECT(is_selected),INSERT(is_selected),UPDATE(is_selected) ON TABLE public.proposal_line_items TO sb_tenant;
GRANT SELECT(is_selected) ON TABLE public.proposal_line_items TO sb_gate;

GRANT SELECT(quantity),INSERT(quantity),UPDATE(quantity) ON TABLE public.proposal_line_items TO sb_tenant;

GRANT SELECT(unit),INSERT(unit),UPDATE(unit) ON TABLE public.proposal_line_items TO sb_tenant;

GRANT SELECT(unit_price_minor),INSERT(unit_price_minor),UPDATE(unit_price_minor) ON TABLE public.proposal_line_items TO sb_tenant;

GRANT SELECT(discount),INSERT(discount),UPDATE(discount) ON TABLE public.proposal_line_items TO sb_tenant;

GRANT SELECT(tax_rate),INSERT(tax_rate),UPDATE(tax_rate) ON TABLE public.proposal_line_items TO sb_tenant;

GRANT SELECT(billing_period),INSERT(billing_period),UPDATE(billing_period) ON TABLE public.proposal_line_items TO sb_tenant;

GRANT SELECT(net_minor) ON TABLE public.proposal_line_items TO sb_tenant;
GRANT SELECT(net_minor) ON TABLE public.proposal_line_items TO sb_gate;

GRANT SELECT("position"),INSERT("position"),UPDATE("position") ON TABLE public.proposal_line_items TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.proposal_line_items TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.proposal_line_items TO sb_tenant;
