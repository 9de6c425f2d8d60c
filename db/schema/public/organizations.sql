-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.organizations (
    id uuid DEFAULT seal.new_id() NOT NULL,
    name text NOT NULL,
    plan text DEFAULT 'free'::text NOT NULL,
    branding jsonb DEFAULT '{}'::jsonb NOT NULL,
    stripe_customer_id text,
    locale text DEFAULT 'en'::text NOT NULL,
    currency text DEFAULT 'EUR'::text NOT NULL,
    timezone text DEFAULT 'UTC'::text NOT NULL,
    require_mfa boolean DEFAULT false NOT NULL,
    lock_version integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT organizations_branding_is_object CHECK ((jsonb_typeof(branding) = 'object'::text)),
    CONSTRAINT organizations_currency_is_iso_4217 CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT organizations_locale_is_a_tag CHECK ((locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text)),
    CONSTRAINT organizations_name_given CHECK (((btrim(name) <> ''::text) AND (length(name) <= 200))),
    CONSTRAINT organizations_plan_is_a_name CHECK ((plan ~ '^[a-z][a-z0-9_]*$'::text)),
    CONSTRAINT organizations_timezone_given CHECK ((timezone ~ '^[A-Za-z][A-Za-z0-9_+/-]*$'::text))
);

ALTER TABLE ONLY public.organizations FORCE ROW LEVEL SECURITY;

ALTER TABLE public.organizations OWNER TO sb_owner;

COMMENT ON TABLE public.organizations IS 'An agency. The one with the nil uuid is the platform: the operator''s own.';

COMMENT ON COLUMN public.organizations.plan IS 'A name; what it allows is configuration, not rows.';

COMMENT ON COLUMN public.organizations.branding IS 'Logo, colours, letterhead: shown to clients.';

COMMENT ON COLUMN public.organizations.stripe_customer_id IS 'Set by billing; no function of a tenant writes it.';

COMMENT ON COLUMN public.organizations.currency IS 'ISO 4217: the default of new proposals.';

COMMENT ON COLUMN public.organizations.require_mfa IS 'People open it with a second factor only; API keys, links and jobs show none, and go on.';

COMMENT ON COLUMN public.organizations.lock_version IS 'Counts changes: a change names the number that it has read.';

ALTER TABLE ONLY public.organizations
    ADD CONSTRAINT organizations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organizations
    ADD CONSTRAINT organizations_stripe_customer_key UNIQUE (stripe_customer_id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF name, plan, stripe_customer_id, locale, currency, timezone, created_at, updated_at ON public.organizations FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_organizations();

CREATE TRIGGER bounds_branding BEFORE UPDATE OF branding ON public.organizations FOR EACH ROW WHEN ((new.branding IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_organizations('branding');

CREATE TRIGGER change_counts BEFORE UPDATE ON public.organizations FOR EACH ROW EXECUTE FUNCTION seal_private.count_change();

CREATE TRIGGER touch BEFORE UPDATE ON public.organizations FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

CREATE POLICY founding ON public.organizations TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY founding ON public.organizations IS 'core''s functions make and change organizations; each checks the context first.';

CREATE POLICY openings_read ON public.organizations FOR SELECT TO sb_seal USING (true);

COMMENT ON POLICY openings_read ON public.organizations IS 'An opening asks if the organization wants a second factor before there is a context.';

ALTER TABLE public.organizations ENABLE ROW LEVEL SECURITY;

CREATE POLICY own_organization ON public.organizations FOR SELECT TO sb_tenant USING ((id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY own_organization ON public.organizations IS 'The organization''s id is the key itself, so the policy compares id instead of org_id.';

CREATE POLICY own_organizations ON public.organizations FOR SELECT TO sb_tenant USING ((id IN ( SELECT m.org_id
   FROM public.org_members m
  WHERE (m.user_id = ( SELECT seal.person() AS person)))));

COMMENT ON POLICY own_organizations ON public.organizations IS 'A person between organizations sees the names of their own.';

GRANT SELECT ON TABLE public.organizations TO sb_tenant;
GRANT SELECT ON TABLE public.organizations TO sb_seal;
GRANT SELECT ON TABLE public.organizations TO sb_gate;

GRANT INSERT(id) ON TABLE public.organizations TO sb_gate;

GRANT INSERT(name),UPDATE(name) ON TABLE public.organizations TO sb_gate;

GRANT UPDATE(branding) ON TABLE public.organizations TO sb_gate;

GRANT INSERT(locale),UPDATE(locale) ON TABLE public.organizations TO sb_gate;

GRANT INSERT(currency),UPDATE(currency) ON TABLE public.organizations TO sb_gate;

GRANT INSERT(timezone),UPDATE(timezone) ON TABLE public.organizations TO sb_gate;

GRANT UPDATE(require_mfa) ON TABLE public.organizations TO sb_gate;
