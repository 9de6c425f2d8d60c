-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.proposal_sentences (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    proposal_id uuid NOT NULL,
    "position" integer NOT NULL,
    section_id text NOT NULL,
    block integer NOT NULL,
    number integer NOT NULL,
    text text NOT NULL,
    verdict text NOT NULL,
    reasons jsonb DEFAULT '[]'::jsonb NOT NULL,
    notes integer[] DEFAULT '{}'::integer[] NOT NULL,
    answers text[] DEFAULT '{}'::text[] NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT proposal_sentences_block_not_negative CHECK ((block >= 0)),
    CONSTRAINT proposal_sentences_number_not_negative CHECK ((number >= 0)),
    CONSTRAINT proposal_sentences_position_counted CHECK (("position" > 0)),
    CONSTRAINT proposal_sentences_reasons_are_a_list CHECK ((jsonb_typeof(reasons) = 'array'::text)),
    CONSTRAINT proposal_sentences_reasons_of_a_doubt CHECK (((verdict <> 'supported'::text) OR (reasons = '[]'::jsonb))),
    CONSTRAINT proposal_sentences_section_given CHECK (((section_id <> ''::text) AND (length(section_id) <= 100))),
    CONSTRAINT proposal_sentences_text_given CHECK (((btrim(text) <> ''::text) AND (length(text) <= 20000))),
    CONSTRAINT proposal_sentences_verdict_known CHECK ((verdict = ANY (ARRAY['supported'::text, 'weak'::text, 'unsupported'::text])))
);

ALTER TABLE ONLY public.proposal_sentences FORCE ROW LEVEL SECURITY;

ALTER TABLE public.proposal_sentences OWNER TO sb_owner;

COMMENT ON TABLE public.proposal_sentences IS 'The sentences of a proposal''s working text as they were judged, in their order. See sentence_resolutions.';

COMMENT ON COLUMN public.proposal_sentences."position" IS 'The number that people call it by, from 1, in all the text.';

COMMENT ON COLUMN public.proposal_sentences.block IS 'The place of its block in the section, from 0; number: its place in the block. Both as the draft had them.';

COMMENT ON COLUMN public.proposal_sentences.text IS 'The sentence that was judged; not what a person wrote since.';

COMMENT ON COLUMN public.proposal_sentences.reasons IS 'Faults, each {"fault": its kind, "what": the words that have it, "why": a sentence for a person}.';

COMMENT ON COLUMN public.proposal_sentences.notes IS 'The numbers of the citations that it stands on.';

COMMENT ON COLUMN public.proposal_sentences.answers IS 'The keys of the answers of people that it stands on.';

ALTER TABLE ONLY public.proposal_sentences
    ADD CONSTRAINT proposal_sentences_pkey PRIMARY KEY (org_id, id);

ALTER TABLE ONLY public.proposal_sentences
    ADD CONSTRAINT proposal_sentences_position_key UNIQUE (org_id, proposal_id, "position");

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF section_id, text, created_at, updated_at ON public.proposal_sentences FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_proposal_sentences();

CREATE TRIGGER bounds_answers BEFORE UPDATE OF answers ON public.proposal_sentences FOR EACH ROW WHEN ((new.answers IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_proposal_sentences('answers');

CREATE TRIGGER bounds_notes BEFORE UPDATE OF notes ON public.proposal_sentences FOR EACH ROW WHEN ((new.notes IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_proposal_sentences('notes');

CREATE TRIGGER bounds_reasons BEFORE UPDATE OF reasons ON public.proposal_sentences FOR EACH ROW WHEN ((new.reasons IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_proposal_sentences('reasons');

CREATE TRIGGER touch BEFORE UPDATE ON public.proposal_sentences FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.proposal_sentences
    ADD CONSTRAINT proposal_sentences_proposal_fkey FOREIGN KEY (org_id, proposal_id) REFERENCES public.proposals(org_id, id) ON DELETE CASCADE;

ALTER TABLE public.proposal_sentences ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_add ON public.proposal_sentences FOR INSERT TO sb_tenant WITH CHECK (((org_id = ( SELECT seal.org(2) AS org)) AND (( SELECT seal.kind() AS kind) = 'job'::text)));

COMMENT ON POLICY tenant_add ON public.proposal_sentences IS 'member and above add in a context of kind job.';

CREATE POLICY tenant_floor ON public.proposal_sentences AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.proposal_sentences IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.proposal_sentences FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.proposal_sentences IS 'viewer and above read.';

CREATE POLICY tenant_remove ON public.proposal_sentences FOR DELETE TO sb_tenant USING (((org_id = ( SELECT seal.org(2) AS org)) AND (( SELECT seal.kind() AS kind) = 'job'::text)));

COMMENT ON POLICY tenant_remove ON public.proposal_sentences IS 'member and above remove in a context of kind job.';

GRANT DELETE ON TABLE public.proposal_sentences TO sb_tenant;

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.proposal_sentences TO sb_tenant;

GRANT SELECT(id),INSERT(id) ON TABLE public.proposal_sentences TO sb_tenant;

GRANT SELECT(proposal_id),INSERT(proposal_id) ON TABLE public.proposal_sentences TO sb_tenant;

GRANT SELECT("position"),INSERT("position") ON TABLE public.proposal_sentences TO sb_tenant;

GRANT SELECT(section_id),INSERT(section_id) ON TABLE public.proposal_sentences TO sb_tenant;

GRANT SELECT(block),INSERT(block) ON TABLE public.proposal_sentences TO sb_tenant;

GRANT SELECT(number),INSERT(number) ON TABLE public.proposal_sentences TO sb_tenant;

GRANT SELECT(text),INSERT(text) ON TABLE public.proposal_sentences TO sb_tenant;

GRANT SELECT(verdict),INSERT(verdict) ON TABLE public.proposal_sentences TO sb_tenant;

GRANT SELECT(reasons),INSERT(reasons) ON TABLE public.proposal_sentences TO sb_tenant;

GRANT SELECT(notes),INSERT(notes) ON TABLE public.proposal_sentences TO sb_tenant;

GRANT SELECT(answers),INSERT(answers) ON TABLE public.proposal_sentences TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.proposal_sentences TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.proposal_sentences TO sb_tenant;
