-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.job_lanes (
    org_id uuid NOT NULL,
    weight smallint DEFAULT 1 NOT NULL,
    max_running integer,
    token_limit bigint,
    tokens_used bigint DEFAULT 0 NOT NULL,
    period date DEFAULT (date_trunc('month'::text, (queue.now() AT TIME ZONE 'UTC'::text)))::date NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT job_lanes_limits_not_negative CHECK (((max_running >= 0) AND (token_limit >= 0) AND (tokens_used >= 0))),
    CONSTRAINT job_lanes_weight_known CHECK (((weight >= 1) AND (weight <= 100)))
)
WITH (fillfactor='50');

ALTER TABLE ONLY public.job_lanes FORCE ROW LEVEL SECURITY;

ALTER TABLE public.job_lanes OWNER TO sb_owner;

COMMENT ON TABLE public.job_lanes IS 'An organization''s share of the workers, and its budget of a model''s tokens. The platform''s admins write it.';

COMMENT ON COLUMN public.job_lanes.weight IS 'The number of jobs that it gets for one of an organization without a row.';

COMMENT ON COLUMN public.job_lanes.max_running IS 'So many at the same time, exactly; null: no limit.';

COMMENT ON COLUMN public.job_lanes.token_limit IS 'Tokens in a month (UTC); null: no limit.';

COMMENT ON COLUMN public.job_lanes.tokens_used IS 'Tokens of the jobs that ended in the period, however they ended.';

COMMENT ON COLUMN public.job_lanes.period IS 'The first day of the month, UTC, that tokens_used counts in.';

ALTER TABLE ONLY public.job_lanes
    ADD CONSTRAINT job_lanes_pkey PRIMARY KEY (org_id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF token_limit, tokens_used, period, created_at, updated_at ON public.job_lanes FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_job_lanes();

CREATE TRIGGER touch BEFORE UPDATE ON public.job_lanes FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.job_lanes
    ADD CONSTRAINT job_lanes_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE public.job_lanes ENABLE ROW LEVEL SECURITY;

CREATE POLICY scheduling ON public.job_lanes TO sb_queue USING (true) WITH CHECK (true);

COMMENT ON POLICY scheduling ON public.job_lanes IS 'The dispatcher divides the workers between all organizations.';

CREATE POLICY setting ON public.job_lanes TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY setting ON public.job_lanes IS 'queue.set_lane() writes, after it has checked for a platform admin.';

CREATE POLICY tenant_floor ON public.job_lanes AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_floor ON public.job_lanes IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.job_lanes FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_read ON public.job_lanes IS 'admin and above read.';

GRANT SELECT ON TABLE public.job_lanes TO sb_queue;
GRANT SELECT ON TABLE public.job_lanes TO sb_gate;

GRANT SELECT(org_id) ON TABLE public.job_lanes TO sb_tenant;
GRANT INSERT(org_id) ON TABLE public.job_lanes TO sb_gate;

GRANT SELECT(weight) ON TABLE public.job_lanes TO sb_tenant;
GRANT INSERT(weight),UPDATE(weight) ON TABLE public.job_lanes TO sb_gate;

GRANT SELECT(max_running) ON TABLE public.job_lanes TO sb_tenant;
GRANT INSERT(max_running),UPDATE(max_running) ON TABLE public.job_lanes TO sb_gate;

GRANT SELECT(token_limit) ON TABLE public.job_lanes TO sb_tenant;
GRANT INSERT(token_limit),UPDATE(token_limit) ON TABLE public.job_lanes TO sb_gate;

GRANT SELECT(tokens_used) ON TABLE public.job_lanes TO sb_tenant;
GRANT UPDATE(tokens_used) ON TABLE public.job_lanes TO sb_queue;

GRANT SELECT(period) ON TABLE public.job_lanes TO sb_tenant;
GRANT UPDATE(period) ON TABLE public.job_lanes TO sb_queue;

GRANT SELECT(created_at) ON TABLE public.job_lanes TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.job_lanes TO sb_tenant;
