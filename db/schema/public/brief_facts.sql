-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.brief_facts (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    proposal_id uuid NOT NULL,
    brief_sha256 bytea NOT NULL,
    key text NOT NULL,
    kind text NOT NULL,
    value jsonb,
    quote text NOT NULL,
    "position" integer NOT NULL,
    length integer NOT NULL,
    sure boolean NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    alternatives jsonb DEFAULT '[]'::jsonb NOT NULL,
    inferred text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT brief_facts_alternatives_are_a_list CHECK ((jsonb_typeof(alternatives) = 'array'::text)),
    CONSTRAINT brief_facts_brief_sha256_is_one CHECK ((octet_length(brief_sha256) = 32)),
    CONSTRAINT brief_facts_key_given CHECK (((btrim(key) <> ''::text) AND (length(key) <= 100))),
    CONSTRAINT brief_facts_kind_known CHECK ((kind = ANY (ARRAY['title'::text, 'reference'::text, 'issuer'::text, 'contact'::text, 'issued'::text, 'deadline'::text, 'questions_until'::text, 'event'::text, 'start'::text, 'end'::text, 'duration'::text, 'extension'::text, 'validity'::text, 'budget'::text, 'currency'::text, 'limit'::text, 'language'::text, 'submission'::text, 'criterion'::text]))),
    CONSTRAINT brief_facts_place_in_brief CHECK ((("position" >= 0) AND (length >= 0))),
    CONSTRAINT brief_facts_unsure_with_reason CHECK ((sure OR (reason <> ''::text))),
    CONSTRAINT brief_facts_value_is_object CHECK ((jsonb_typeof(value) = 'object'::text))
);

ALTER TABLE ONLY public.brief_facts FORCE ROW LEVEL SECURITY;

ALTER TABLE public.brief_facts OWNER TO sb_owner;

COMMENT ON TABLE public.brief_facts IS 'Facts of a brief, as its newest reading found them.';

COMMENT ON COLUMN public.brief_facts.brief_sha256 IS 'Of the brief in UTF-8: another text has facts of its own.';

COMMENT ON COLUMN public.brief_facts.key IS 'The name within the brief: deadline, event.2.';

COMMENT ON COLUMN public.brief_facts.value IS 'Normalized, with its type; null: the text speaks of it and leaves it open.';

COMMENT ON COLUMN public.brief_facts."position" IS 'The first character of the quote in proposals.brief, from 0; length: its number of characters.';

COMMENT ON COLUMN public.brief_facts.reason IS 'The reason why it is not sure; empty where it is.';

COMMENT ON COLUMN public.brief_facts.alternatives IS 'Other values that the text allows, each with its quote.';

COMMENT ON COLUMN public.brief_facts.inferred IS 'The conclusion behind a part of the value that no word states; empty for none.';

ALTER TABLE ONLY public.brief_facts
    ADD CONSTRAINT brief_facts_key_key UNIQUE (org_id, proposal_id, brief_sha256, key);

ALTER TABLE ONLY public.brief_facts
    ADD CONSTRAINT brief_facts_pkey PRIMARY KEY (org_id, id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF brief_sha256, key, reason, inferred, quote, created_at, updated_at ON public.brief_facts FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_brief_facts();

CREATE TRIGGER bounds_alternatives BEFORE UPDATE OF alternatives ON public.brief_facts FOR EACH ROW WHEN ((new.alternatives IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_brief_facts('alternatives');

CREATE TRIGGER bounds_value BEFORE UPDATE OF value ON public.brief_facts FOR EACH ROW WHEN ((new.value IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_brief_facts('value');

CREATE TRIGGER touch BEFORE UPDATE ON public.brief_facts FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.brief_facts
    ADD CONSTRAINT brief_facts_proposal_fkey FOREIGN KEY (org_id, proposal_id) REFERENCES public.proposals(org_id, id) ON DELETE CASCADE;

ALTER TABLE public.brief_facts ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_add ON public.brief_facts FOR INSERT TO sb_tenant WITH CHECK (((org_id = ( SELECT seal.org(2) AS org)) AND (( SELECT seal.kind() AS kind) = 'job'::text)));

COMMENT ON POLICY tenant_add ON public.brief_facts IS 'member and above add in a context of kind job.';

CREATE POLICY tenant_floor ON public.brief_facts AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.brief_facts IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.brief_facts FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.brief_facts IS 'viewer and above read.';

CREATE POLICY tenant_remove ON public.brief_facts FOR DELETE TO sb_tenant USING (((org_id = ( SELECT seal.org(2) AS org)) AND (( SELECT seal.kind() AS kind) = 'job'::text)));

COMMENT ON POLICY tenant_remove ON public.brief_facts IS 'member and above remove in a context of kind job.';

GRANT DELETE ON TABLE public.brief_facts TO sb_tenant;

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.brief_facts TO sb_tenant;

GRANT SELECT(id),INSERT(id) ON TABLE public.brief_facts TO sb_tenant;

GRANT SELECT(proposal_id),INSERT(proposal_id) ON TABLE public.brief_facts TO sb_tenant;

GRANT SELECT(brief_sha256),INSERT(brief_sha256) ON TABLE public.brief_facts TO sb_tenant;

GRANT SELECT(key),INSERT(key) ON TABLE public.brief_facts TO sb_tenant;

GRANT SELECT(kind),INSERT(kind) ON TABLE public.brief_facts TO sb_tenant;

GRANT SELECT(value),INSERT(value) ON TABLE public.brief_facts TO sb_tenant;

GRANT SELECT(quote),INSERT(quote) ON TABLE public.brief_facts TO sb_tenant;

GRANT SELECT("position"),INSERT("position") ON TABLE public.brief_facts TO sb_tenant;

GRANT SELECT(length),INSERT(length) ON TABLE public.brief_facts TO sb_tenant;

GRANT SELECT(sure),INSERT(sure) ON TABLE public.brief_facts TO sb_tenant;

GRANT SELECT(reason),INSERT(reason) ON TABLE public.brief_facts TO sb_tenant;

GRANT SELECT(alternatives),INSERT(alternatives) ON TABLE public.brief_facts TO sb_tenant;

GRANT SELECT(inferred),INSERT(inferred) ON TABLE public.brief_facts TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.brief_facts TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.brief_facts TO sb_tenant;
