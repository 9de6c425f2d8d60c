-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.stripe_events (
    id text NOT NULL,
    org_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
    type text NOT NULL,
    created timestamp with time zone NOT NULL,
    received_at timestamp with time zone DEFAULT now() NOT NULL,
    handled_at timestamp with time zone,
    error text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT stripe_events_id_given CHECK (((id <> ''::text) AND (length(id) <= 255))),
    CONSTRAINT stripe_events_type_given CHECK (((type <> ''::text) AND (length(type) <= 255)))
);

ALTER TABLE ONLY public.stripe_events FORCE ROW LEVEL SECURITY;

ALTER TABLE public.stripe_events OWNER TO sb_owner;

COMMENT ON TABLE public.stripe_events IS 'Webhook events of Stripe: handled once, and again on request.';

COMMENT ON COLUMN public.stripe_events.id IS 'Stripe''s own id of the event.';

COMMENT ON COLUMN public.stripe_events.org_id IS 'The organization that it is about; the platform until that is known.';

COMMENT ON COLUMN public.stripe_events.created IS 'The time at which it happened, by Stripe. received_at is the time at which it came.';

ALTER TABLE ONLY public.stripe_events
    ADD CONSTRAINT stripe_events_pkey PRIMARY KEY (id);

CREATE INDEX stripe_events_org_idx ON public.stripe_events USING btree (org_id, created);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF id, type, error, created, received_at, handled_at, created_at, updated_at ON public.stripe_events FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_stripe_events();

CREATE TRIGGER touch BEFORE UPDATE ON public.stripe_events FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.stripe_events
    ADD CONSTRAINT stripe_events_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE public.stripe_events ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_floor ON public.stripe_events AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.stripe_events IS 'Rows of the open context''s organization, or none.';
