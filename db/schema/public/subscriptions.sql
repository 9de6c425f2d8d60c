-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.subscriptions (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    stripe_subscription_id text NOT NULL,
    plan text NOT NULL,
    status text NOT NULL,
    current_period_end timestamp with time zone,
    cancel_at_period_end boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT subscriptions_plan_given CHECK (((plan <> ''::text) AND (length(plan) <= 100))),
    CONSTRAINT subscriptions_status_known CHECK ((status = ANY (ARRAY['incomplete'::text, 'incomplete_expired'::text, 'trialing'::text, 'active'::text, 'past_due'::text, 'canceled'::text, 'unpaid'::text, 'paused'::text]))),
    CONSTRAINT subscriptions_stripe_subscription_id_given CHECK (((stripe_subscription_id <> ''::text) AND (length(stripe_subscription_id) <= 255)))
);

ALTER TABLE ONLY public.subscriptions FORCE ROW LEVEL SECURITY;

ALTER TABLE public.subscriptions OWNER TO sb_owner;

COMMENT ON TABLE public.subscriptions IS 'Subscriptions of the organization, synced from Stripe.';

COMMENT ON COLUMN public.subscriptions.plan IS 'The name of a plan in the configuration: what the organization may use.';

COMMENT ON COLUMN public.subscriptions.status IS 'In Stripe''s words.';

ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_stripe_subscription_key UNIQUE (org_id, stripe_subscription_id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF stripe_subscription_id, plan, current_period_end, created_at, updated_at ON public.subscriptions FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_subscriptions();

CREATE TRIGGER touch BEFORE UPDATE ON public.subscriptions FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE public.subscriptions ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_add ON public.subscriptions FOR INSERT TO sb_tenant WITH CHECK (((org_id = ( SELECT seal.org(1) AS org)) AND (( SELECT seal.kind() AS kind) = 'billing'::text)));

COMMENT ON POLICY tenant_add ON public.subscriptions IS 'viewer and above add in a context of kind billing.';

CREATE POLICY tenant_change ON public.subscriptions FOR UPDATE TO sb_tenant USING (((org_id = ( SELECT seal.org(1) AS org)) AND (( SELECT seal.kind() AS kind) = 'billing'::text))) WITH CHECK (((org_id = ( SELECT seal.org(1) AS org)) AND (( SELECT seal.kind() AS kind) = 'billing'::text)));

COMMENT ON POLICY tenant_change ON public.subscriptions IS 'viewer and above change in a context of kind billing.';

CREATE POLICY tenant_floor ON public.subscriptions AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.subscriptions IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.subscriptions FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_read ON public.subscriptions IS 'admin and above read.';

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.subscriptions TO sb_tenant;

GRANT SELECT(id),INSERT(id) ON TABLE public.subscriptions TO sb_tenant;

GRANT SELECT(stripe_subscription_id),INSERT(stripe_subscription_id) ON TABLE public.subscriptions TO sb_tenant;

GRANT SELECT(plan),INSERT(plan),UPDATE(plan) ON TABLE public.subscriptions TO sb_tenant;

GRANT SELECT(status),INSERT(status),UPDATE(status) ON TABLE public.subscriptions TO sb_tenant;

GRANT SELECT(current_period_end),INSERT(current_period_end),UPDATE(current_period_end) ON TABLE public.subscriptions TO sb_tenant;

GRANT SELECT(cancel_at_period_end),INSERT(cancel_at_period_end),UPDATE(cancel_at_period_end) ON TABLE public.subscriptions TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.subscriptions TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.subscriptions TO sb_tenant;
