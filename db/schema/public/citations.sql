-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.citations (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    proposal_id uuid NOT NULL,
    version integer,
    section_id text NOT NULL,
    number integer NOT NULL,
    source_kind text NOT NULL,
    quote text NOT NULL,
    source_title text NOT NULL,
    heading text DEFAULT ''::text NOT NULL,
    org_brain_id uuid,
    service_id uuid,
    requirement_id uuid,
    prospect_name text,
    "position" integer,
    score real,
    verdict text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT citations_number_counted CHECK ((number > 0)),
    CONSTRAINT citations_quote_given CHECK (((btrim(quote) <> ''::text) AND (length(quote) <= 20000))),
    CONSTRAINT citations_score_in_range CHECK (((score >= ('-1'::integer)::double precision) AND (score <= (2)::double precision))),
    CONSTRAINT citations_section_given CHECK (((section_id <> ''::text) AND (length(section_id) <= 100))),
    CONSTRAINT citations_source_kind_known CHECK ((source_kind = ANY (ARRAY['brief'::text, 'knowledge'::text, 'service'::text, 'prospect'::text]))),
    CONSTRAINT citations_source_named CHECK (
CASE source_kind
    WHEN 'brief'::text THEN ("position" IS NOT NULL)
    WHEN 'knowledge'::text THEN (org_brain_id IS NOT NULL)
    WHEN 'service'::text THEN (service_id IS NOT NULL)
    ELSE (prospect_name IS NOT NULL)
END),
    CONSTRAINT citations_verdict_known CHECK ((verdict = ANY (ARRAY['supported'::text, 'weak'::text, 'unsupported'::text])))
);

ALTER TABLE ONLY public.citations FORCE ROW LEVEL SECURITY;

ALTER TABLE public.citations OWNER TO sb_owner;

COMMENT ON TABLE public.citations IS 'The source of each sentence of a proposal.';

COMMENT ON COLUMN public.citations.version IS 'The version it belongs to; null: the working text.';

COMMENT ON COLUMN public.citations.number IS 'The note''s number in the text.';

COMMENT ON COLUMN public.citations.source_title IS 'The title of the source at that time: quote, title and heading outlive a passage that is replaced.';

COMMENT ON COLUMN public.citations.org_brain_id IS 'The passage, a plain column for the same reason, as service_id is.';

COMMENT ON COLUMN public.citations."position" IS 'Of a quote from the brief: where it begins in proposals.brief, in characters from 0.';

ALTER TABLE ONLY public.citations
    ADD CONSTRAINT citations_pkey PRIMARY KEY (org_id, id);

CREATE INDEX citations_proposal_idx ON public.citations USING btree (org_id, proposal_id, number);

CREATE INDEX citations_requirement_idx ON public.citations USING btree (org_id, requirement_id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF section_id, source_title, heading, prospect_name, quote, score, created_at, updated_at ON public.citations FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_citations();

CREATE TRIGGER touch BEFORE UPDATE ON public.citations FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.citations
    ADD CONSTRAINT citations_proposal_fkey FOREIGN KEY (org_id, proposal_id) REFERENCES public.proposals(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.citations
    ADD CONSTRAINT citations_requirement_fkey FOREIGN KEY (org_id, requirement_id) REFERENCES public.rfp_requirements(org_id, id) ON DELETE CASCADE;

ALTER TABLE public.citations ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_add ON public.citations FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_add ON public.citations IS 'member and above add.';

CREATE POLICY tenant_change ON public.citations FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_change ON public.citations IS 'member and above change.';

CREATE POLICY tenant_floor ON public.citations AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.citations IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.citations FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.citations IS 'viewer and above read.';

CREATE POLICY tenant_remove ON public.citations FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_remove ON public.citations IS 'member and above remove.';

GRANT DELETE ON TABLE public.citations TO sb_tenant;

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.citations TO sb_tenant;

GRANT SELECT(id),INSERT(id) ON TABLE public.citations TO sb_tenant;

GRANT SELECT(proposal_id),INSERT(proposal_id),UPDATE(proposal_id) ON TABLE public.citations TO sb_tenant;

GRANT SELECT(version),INSERT(version),UPDATE(version) ON TABLE public.citations TO sb_tenant;

GRANT SELECT(section_id),INSERT(section_id),UPDATE(section_id) ON TABLE public.citations TO sb_tenant;

GRANT SELECT(number),INSERT(number),UPDATE(number) ON TABLE public.citations TO sb_tenant;

GRANT SELECT(source_kind),INSERT(source_kind),UPDATE(source_kind) ON TABLE public.citations TO sb_tenant;

GRANT SELECT(quote),INSERT(quote),UPDATE(quote) ON TABLE public.citations TO sb_tenant;

GRANT SELECT(source_title),INSERT(source_title),UPDATE(source_title) ON TABLE public.citations TO sb_tenant;

GRANT SELECT(heading),INSERT(heading),UPDATE(heading) ON TABLE public.citations TO sb_tenant;

GRANT SELECT(org_brain_id),INSERT(org_brain_id),UPDATE(org_brain_id) ON TABLE public.citations TO sb_tenant;

GRANT SELECT(service_id),INSERT(service_id),UPDATE(service_id) ON TABLE public.citations TO sb_tenant;

GRANT SELECT(requirement_id),INSERT(requirement_id),UPDATE(requirement_id) ON TABLE public.citations TO sb_tenant;

GRANT SELECT(prospect_name),INSERT(prospect_name),UPDATE(prospect_name) ON TABLE public.citations TO sb_tenant;

GRANT SELECT("position"),INSERT("position"),UPDATE("position") ON TABLE public.citations TO sb_tenant;

GRANT SELECT(score),INSERT(score),UPDATE(score) ON TABLE public.citations TO sb_tenant;

GRANT SELECT(verdict),INSERT(verdict),UPDATE(verdict) ON TABLE public.citations TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.citations TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.citations TO sb_tenant;
