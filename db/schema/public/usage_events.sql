-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.usage_events (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    kind text NOT NULL,
    quantity bigint DEFAULT 1 NOT NULL,
    tokens bigint DEFAULT 0 NOT NULL,
    cost_micros bigint DEFAULT 0 NOT NULL,
    job_id uuid,
    period date DEFAULT (date_trunc('month'::text, (queue.now() AT TIME ZONE 'UTC'::text)))::date NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT usage_events_amounts_not_negative CHECK ((LEAST(quantity, tokens, cost_micros) >= 0)),
    CONSTRAINT usage_events_kind_is_a_name CHECK (((kind ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$'::text) AND (length(kind) <= 100)))
);

ALTER TABLE ONLY public.usage_events FORCE ROW LEVEL SECURITY;

ALTER TABLE public.usage_events OWNER TO sb_owner;

COMMENT ON TABLE public.usage_events IS 'Use that counts against a plan or costs money.';

COMMENT ON COLUMN public.usage_events.kind IS 'proposal.drafted, once for each run that ends in a draft, however often it is resumed; or the type of a job of which an attempt used tokens.';

COMMENT ON COLUMN public.usage_events.cost_micros IS 'Millionths of a dollar.';

COMMENT ON COLUMN public.usage_events.job_id IS 'The job that used it; a plain column, since jobs are kept for a while only.';

COMMENT ON COLUMN public.usage_events.period IS 'The first day of the month, UTC, that it counts in.';

ALTER TABLE ONLY public.usage_events
    ADD CONSTRAINT usage_events_pkey PRIMARY KEY (org_id, id);

CREATE INDEX usage_events_period_idx ON public.usage_events USING btree (org_id, period, kind);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF kind, quantity, tokens, cost_micros, period, created_at, updated_at ON public.usage_events FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_usage_events();

CREATE TRIGGER touch BEFORE UPDATE ON public.usage_events FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.usage_events
    ADD CONSTRAINT usage_events_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

CREATE POLICY recording ON public.usage_events FOR INSERT TO sb_gate, sb_queue WITH CHECK (true);

COMMENT ON POLICY recording ON public.usage_events IS 'Functions count for the organization of the row that they write.';

CREATE POLICY tenant_floor ON public.usage_events AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_floor ON public.usage_events IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.usage_events FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_read ON public.usage_events IS 'admin and above read.';

CREATE POLICY totalling ON public.usage_events FOR SELECT TO sb_gate USING (true);

COMMENT ON POLICY totalling ON public.usage_events IS 'system.month_use() adds up the rows of the open organization.';

ALTER TABLE public.usage_events ENABLE ROW LEVEL SECURITY;

GRANT SELECT(org_id) ON TABLE public.usage_events TO sb_tenant;
GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.usage_events TO sb_gate;
GRANT INSERT(org_id) ON TABLE public.usage_events TO sb_queue;

GRANT SELECT(id) ON TABLE public.usage_events TO sb_tenant;

GRANT SELECT(kind) ON TABLE public.usage_events TO sb_tenant;
GRANT INSERT(kind) ON TABLE public.usage_events TO sb_gate;
GRANT INSERT(kind) ON TABLE public.usage_events TO sb_queue;

GRANT SELECT(quantity) ON TABLE public.usage_events TO sb_tenant;

GRANT SELECT(tokens) ON TABLE public.usage_events TO sb_tenant;
GRANT SELECT(tokens),INSERT(tokens) ON TABLE public.usage_events TO sb_gate;
GRANT INSERT(tokens) ON TABLE public.usage_events TO sb_queue;

GRANT SELECT(cost_micros) ON TABLE public.usage_events TO sb_tenant;

GRANT SELECT(job_id) ON TABLE public.usage_events TO sb_tenant;
GRANT INSERT(job_id) ON TABLE public.usage_events TO sb_gate;
GRANT INSERT(job_id) ON TABLE public.usage_events TO sb_queue;

GRANT SELECT(period) ON TABLE public.usage_events TO sb_tenant;
GRANT SELECT(period) ON TABLE public.usage_events TO sb_gate;

GRANT SELECT(created_at) ON TABLE public.usage_events TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.usage_events TO sb_tenant;
