-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.proposal_questions (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    proposal_id uuid NOT NULL,
    brief_sha256 bytea NOT NULL,
    key text NOT NULL,
    text text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    form text NOT NULL,
    alternatives jsonb DEFAULT '[]'::jsonb NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    answer text,
    answered_by uuid,
    answered_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT proposal_questions_alternatives_are_a_list CHECK ((jsonb_typeof(alternatives) = 'array'::text)),
    CONSTRAINT proposal_questions_answer_given CHECK (((btrim(answer) <> ''::text) AND (length(answer) <= 2000))),
    CONSTRAINT proposal_questions_answered_whole CHECK (((answer IS NULL) = (answered_at IS NULL))),
    CONSTRAINT proposal_questions_brief_sha256_is_one CHECK ((octet_length(brief_sha256) = 32)),
    CONSTRAINT proposal_questions_form_known CHECK ((form = ANY (ARRAY['text'::text, 'date'::text, 'money'::text, 'number'::text, 'choice'::text, 'yes'::text]))),
    CONSTRAINT proposal_questions_key_given CHECK (((btrim(key) <> ''::text) AND (length(key) <= 300))),
    CONSTRAINT proposal_questions_position_not_negative CHECK (("position" >= 0)),
    CONSTRAINT proposal_questions_text_given CHECK (((btrim(text) <> ''::text) AND (length(text) <= 2000)))
);

ALTER TABLE ONLY public.proposal_questions FORCE ROW LEVEL SECURITY;

ALTER TABLE public.proposal_questions OWNER TO sb_owner;

COMMENT ON TABLE public.proposal_questions IS 'Questions about a proposal to the people of the organization, with their answers.';

COMMENT ON COLUMN public.proposal_questions.brief_sha256 IS 'Of the brief in UTF-8: what was answered about another text is asked again.';

COMMENT ON COLUMN public.proposal_questions.key IS 'The thing asked for: a fact''s key, or the place of a decision, as requirement.R1.';

COMMENT ON COLUMN public.proposal_questions.alternatives IS 'Answers that the brief allows, as texts that answer it.';

COMMENT ON COLUMN public.proposal_questions."position" IS 'The place in the list, from 0.';

COMMENT ON COLUMN public.proposal_questions.answer IS 'The words of a person; null: it is open.';

COMMENT ON COLUMN public.proposal_questions.answered_by IS 'The person who answered, from the context; a plain column, so that it outlives their membership.';

ALTER TABLE ONLY public.proposal_questions
    ADD CONSTRAINT proposal_questions_key_key UNIQUE (org_id, proposal_id, brief_sha256, key);

ALTER TABLE ONLY public.proposal_questions
    ADD CONSTRAINT proposal_questions_pkey PRIMARY KEY (org_id, id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF brief_sha256, key, text, reason, answer, answered_at, created_at, updated_at ON public.proposal_questions FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_proposal_questions();

CREATE TRIGGER bounds_alternatives BEFORE UPDATE OF alternatives ON public.proposal_questions FOR EACH ROW WHEN ((new.alternatives IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_proposal_questions('alternatives');

CREATE TRIGGER stamp_answer BEFORE UPDATE ON public.proposal_questions FOR EACH ROW WHEN ((old.answer IS DISTINCT FROM new.answer)) EXECUTE FUNCTION seal_private.stamp_answer();

CREATE TRIGGER stamp_first_answer BEFORE INSERT ON public.proposal_questions FOR EACH ROW EXECUTE FUNCTION seal_private.stamp_answer();

CREATE TRIGGER touch BEFORE UPDATE ON public.proposal_questions FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.proposal_questions
    ADD CONSTRAINT proposal_questions_proposal_fkey FOREIGN KEY (org_id, proposal_id) REFERENCES public.proposals(org_id, id) ON DELETE CASCADE;

ALTER TABLE public.proposal_questions ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_add ON public.proposal_questions FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_add ON public.proposal_questions IS 'member and above add.';

CREATE POLICY tenant_change ON public.proposal_questions FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_change ON public.proposal_questions IS 'member and above change.';

CREATE POLICY tenant_floor ON public.proposal_questions AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.proposal_questions IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.proposal_questions FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.proposal_questions IS 'viewer and above read.';

CREATE POLICY tenant_remove ON public.proposal_questions FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_remove ON public.proposal_questions IS 'member and above remove.';

GRANT DELETE ON TABLE public.proposal_questions TO sb_tenant;

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.proposal_questions TO sb_tenant;

GRANT SELECT(id),INSERT(id) ON TABLE public.proposal_questions TO sb_tenant;

GRANT SELECT(proposal_id),INSERT(proposal_id) ON TABLE public.proposal_questions TO sb_tenant;

GRANT SELECT(brief_sha256),INSERT(brief_sha256) ON TABLE public.proposal_questions TO sb_tenant;

GRANT SELECT(key),INSERT(key) ON TABLE public.proposal_questions TO sb_tenant;

GRANT SELECT(text),INSERT(text),UPDATE(text) ON TABLE public.proposal_questions TO sb_tenant;

GRANT SELECT(reason),INSERT(reason),UPDATE(reason) ON TABLE public.proposal_questions TO sb_tenant;

GRANT SELECT(form),INSERT(form),UPDATE(form) ON TABLE public.proposal_questions TO sb_tenant;

GRANT SELECT(alternatives),INSERT(alternatives),UPDATE(alternatives) ON TABLE public.proposal_questions TO sb_tenant;

GRANT SELECT("position"),INSERT("position"),UPDATE("position") ON TABLE public.proposal_questions TO sb_tenant;

GRANT SELECT(answer),INSERT(answer),UPDATE(answer) ON TABLE public.proposal_questions TO sb_tenant;

GRANT SELECT(answered_by) ON TABLE public.proposal_questions TO sb_tenant;

GRANT SELECT(answered_at) ON TABLE public.proposal_questions TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.proposal_questions TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.proposal_questions TO sb_tenant;
