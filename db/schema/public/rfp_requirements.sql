-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.rfp_requirements (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    proposal_id uuid NOT NULL,
    ref text NOT NULL,
    text text NOT NULL,
    kind text DEFAULT 'delivery'::text NOT NULL,
    mandatory boolean NOT NULL,
    "position" integer NOT NULL,
    length integer NOT NULL,
    section_id text,
    answer_state text DEFAULT 'open'::text NOT NULL,
    owner_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT rfp_requirements_answer_state_known CHECK ((answer_state = ANY (ARRAY['open'::text, 'suggested'::text, 'conflicting'::text, 'confirmed'::text, 'excluded'::text]))),
    CONSTRAINT rfp_requirements_kind_known CHECK ((kind = ANY (ARRAY['submission'::text, 'staffing'::text, 'delivery'::text, 'price'::text, 'legal'::text, 'experience'::text, 'question'::text, 'backlog'::text, 'form'::text]))),
    CONSTRAINT rfp_requirements_place_in_brief CHECK ((("position" >= 0) AND (length > 0))),
    CONSTRAINT rfp_requirements_ref_given CHECK (((btrim(ref) <> ''::text) AND (length(ref) <= 60))),
    CONSTRAINT rfp_requirements_text_given CHECK (((btrim(text) <> ''::text) AND (length(text) <= 20000)))
);

ALTER TABLE ONLY public.rfp_requirements FORCE ROW LEVEL SECURITY;

ALTER TABLE public.rfp_requirements OWNER TO sb_owner;

COMMENT ON TABLE public.rfp_requirements IS 'Requirements found in a brief, and their answers.';

COMMENT ON COLUMN public.rfp_requirements.ref IS 'The brief''s own numbering where it has one.';

COMMENT ON COLUMN public.rfp_requirements."position" IS 'Where it begins in proposals.brief, in characters from 0; length: how long it is.';

COMMENT ON COLUMN public.rfp_requirements.section_id IS 'The section of the proposal that answers it.';

ALTER TABLE ONLY public.rfp_requirements
    ADD CONSTRAINT rfp_requirements_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.rfp_requirements
    ADD CONSTRAINT rfp_requirements_ref_key UNIQUE (org_id, proposal_id, ref);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF ref, section_id, text, created_at, updated_at ON public.rfp_requirements FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_rfp_requirements();

CREATE TRIGGER touch BEFORE UPDATE ON public.rfp_requirements FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.rfp_requirements
    ADD CONSTRAINT rfp_requirements_proposal_fkey FOREIGN KEY (org_id, proposal_id) REFERENCES public.proposals(org_id, id) ON DELETE CASCADE;

ALTER TABLE public.rfp_requirements ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_add ON public.rfp_requirements FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_add ON public.rfp_requirements IS 'member and above add.';

CREATE POLICY tenant_change ON public.rfp_requirements FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_change ON public.rfp_requirements IS 'member and above change.';

CREATE POLICY tenant_floor ON public.rfp_requirements AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.rfp_requirements IS 'Rows of the open context''s organisation, or none.';

CREATE POLICY tenant_read ON public.rfp_requirements FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.rfp_requirements IS 'viewer and above read.';

CREATE POLICY tenant_remove ON public.rfp_requirements FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_remove ON public.rfp_requirements IS 'member and above remove.';

GRANT DELETE ON TABLE public.rfp_requirements TO sb_tenant;

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.rfp_requirements TO sb_tenant;

GRANT SELECT(id),INSERT(id) ON TABLE public.rfp_requirements TO sb_tenant;

GRANT SELECT(proposal_id),INSERT(proposal_id),UPDATE(proposal_id) ON TABLE public.rfp_requirements TO sb_tenant;

GRANT SELECT(ref),INSERT(ref),UPDATE(ref) ON TABLE public.rfp_requirements TO sb_tenant;

GRANT SELECT(text),INSERT(text),UPDATE(text) ON TABLE public.rfp_requirements TO sb_tenant;

GRANT SELECT(kind),INSERT(kind),UPDATE(kind) ON TABLE public.rfp_requirements TO sb_tenant;

GRANT SELECT(mandatory),INSERT(mandatory),UPDATE(mandatory) ON TABLE public.rfp_requirements TO sb_tenant;

GRANT SELECT("position"),INSERT("position"),UPDATE("position") ON TABLE public.rfp_requirements TO sb_tenant;

GRANT SELECT(length),INSERT(length),UPDATE(length) ON TABLE public.rfp_requirements TO sb_tenant;

GRANT SELECT(section_id),INSERT(section_id),UPDATE(section_id) ON TABLE public.rfp_requirements TO sb_tenant;

GRANT SELECT(answer_state),INSERT(answer_state),UPDATE(answer_state) ON TABLE public.rfp_requirements TO sb_tenant;

GRANT SELECT(owner_id),INSERT(owner_id),UPDATE(owner_id) ON TABLE public.rfp_requirements TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.rfp_requirements TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.rfp_requirements TO sb_tenant;
