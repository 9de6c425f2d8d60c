-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.proposals (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    client_id uuid NOT NULL,
    title text NOT NULL,
    status text DEFAULT 'draft'::text NOT NULL,
    brain_status text DEFAULT 'idle'::text NOT NULL,
    deal_outcome text DEFAULT 'pending'::text NOT NULL,
    outcome_reason text,
    brief text DEFAULT ''::text NOT NULL,
    content jsonb DEFAULT '{}'::jsonb NOT NULL,
    template_id uuid,
    currency text NOT NULL,
    total_minor bigint DEFAULT 0 NOT NULL,
    valid_until date,
    owner_id uuid DEFAULT seal.user_id(),
    sent_at timestamp with time zone,
    decided_at timestamp with time zone,
    lock_version integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT proposals_brain_status_known CHECK ((brain_status = ANY (ARRAY['idle'::text, 'queued'::text, 'running'::text, 'needs_input'::text, 'failed'::text, 'done'::text, 'cancelled'::text]))),
    CONSTRAINT proposals_content_is_object CHECK ((jsonb_typeof(content) = 'object'::text)),
    CONSTRAINT proposals_currency_is_iso_4217 CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT proposals_deal_outcome_known CHECK ((deal_outcome = ANY (ARRAY['pending'::text, 'won'::text, 'lost'::text]))),
    CONSTRAINT proposals_reason_of_an_outcome CHECK (((outcome_reason IS NULL) OR (deal_outcome <> 'pending'::text))),
    CONSTRAINT proposals_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'in_review'::text, 'approved'::text, 'sent'::text, 'viewed'::text, 'accepted'::text, 'declined'::text, 'expired'::text, 'void'::text]))),
    CONSTRAINT proposals_title_given CHECK (((btrim(title) <> ''::text) AND (length(title) <= 300))),
    CONSTRAINT proposals_total_not_negative CHECK ((total_minor >= 0))
);

ALTER TABLE ONLY public.proposals FORCE ROW LEVEL SECURITY;

ALTER TABLE public.proposals OWNER TO sb_owner;

COMMENT ON TABLE public.proposals IS 'Proposals: brief, working text, state.';

COMMENT ON COLUMN public.proposals.brain_status IS 'The state of the newest drafting run; agent_runs says more.';

COMMENT ON COLUMN public.proposals.brief IS 'The client''s request, unchanged; citations point into it.';

COMMENT ON COLUMN public.proposals.content IS 'The working text, in sections. What a client saw stands in proposal_versions.';

COMMENT ON COLUMN public.proposals.total_minor IS 'Of the selected line items before tax, one billing period of each; kept by a trigger.';

COMMENT ON COLUMN public.proposals.owner_id IS 'The person who looks after it; a plain column, so that it outlives their membership.';

COMMENT ON COLUMN public.proposals.sent_at IS 'The time at which it was first sent; kept by a trigger, as decided_at is.';

COMMENT ON COLUMN public.proposals.lock_version IS 'Counts changes of what people edit: an update names the number that it has read.';

ALTER TABLE ONLY public.proposals
    ADD CONSTRAINT proposals_pkey PRIMARY KEY (org_id, id);

CREATE INDEX proposals_client_idx ON public.proposals USING btree (org_id, client_id);

CREATE INDEX proposals_status_idx ON public.proposals USING btree (org_id, status, updated_at DESC);

CREATE INDEX proposals_template_idx ON public.proposals USING btree (org_id, template_id);

CREATE TRIGGER accepted_stays BEFORE UPDATE ON public.proposals FOR EACH ROW WHEN (((old.status = ANY (ARRAY['accepted'::text, 'void'::text])) AND (((((((old.client_id IS DISTINCT FROM new.client_id) OR (old.title IS DISTINCT FROM new.title)) OR (old.brief IS DISTINCT FROM new.brief)) OR (old.content IS DISTINCT FROM new.content)) OR (old.currency IS DISTINCT FROM new.currency)) OR (old.total_minor IS DISTINCT FROM new.total_minor)) OR (old.valid_until IS DISTINCT FROM new.valid_until)))) EXECUTE FUNCTION seal_private.refuse('proposals_accepted_stay', 'an accepted or void proposal is not edited: make a new one');

CREATE TRIGGER begins_as_a_draft AFTER INSERT ON public.proposals FOR EACH ROW WHEN ((new.status <> 'draft'::text)) EXECUTE FUNCTION seal_private.refuse('proposals_begin_as_drafts', 'a proposal begins as a draft');

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF title, outcome_reason, currency, brief, total_minor, valid_until, sent_at, decided_at, created_at, updated_at ON public.proposals FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_proposals();

CREATE TRIGGER bounds_content BEFORE UPDATE OF content ON public.proposals FOR EACH ROW WHEN ((new.content IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_proposals('content');

CREATE TRIGGER change_counts BEFORE UPDATE OF client_id, title, brief, content, template_id, currency, valid_until, status ON public.proposals FOR EACH ROW EXECUTE FUNCTION seal_private.count_change();

CREATE TRIGGER note_edits AFTER UPDATE OF content ON public.proposals FOR EACH ROW WHEN ((old.content IS DISTINCT FROM new.content)) EXECUTE FUNCTION seal_private.note_edits();

CREATE TRIGGER sentences_hold_back BEFORE UPDATE ON public.proposals FOR EACH ROW WHEN (((old.status <> new.status) AND (new.status = ANY (ARRAY['approved'::text, 'sent'::text])))) EXECUTE FUNCTION seal_private.hold_back('proposals_sentences_hold_back', 'id');

CREATE TRIGGER status_dates BEFORE UPDATE ON public.proposals FOR EACH ROW WHEN ((old.status <> new.status)) EXECUTE FUNCTION seal_private.date_proposal();

CREATE TRIGGER status_moves BEFORE UPDATE ON public.proposals FOR EACH ROW WHEN ((old.status <> new.status)) EXECUTE FUNCTION seal_private.move_along('proposals_status_moves_along', 'draft: in_review approved sent void', 'in_review: draft approved void', 'approved: draft sent void', 'sent: viewed accepted declined expired void', 'viewed: accepted declined expired void', 'declined: draft void', 'expired: draft void');

CREATE TRIGGER touch BEFORE UPDATE ON public.proposals FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.proposals
    ADD CONSTRAINT proposals_client_fkey FOREIGN KEY (org_id, client_id) REFERENCES public.clients(org_id, id);

ALTER TABLE ONLY public.proposals
    ADD CONSTRAINT proposals_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.proposals
    ADD CONSTRAINT proposals_template_fkey FOREIGN KEY (org_id, template_id) REFERENCES public.templates(org_id, id);

ALTER TABLE public.proposals ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_add ON public.proposals FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_add ON public.proposals IS 'member and above add.';

CREATE POLICY tenant_change ON public.proposals FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_change ON public.proposals IS 'member and above change.';

CREATE POLICY tenant_floor ON public.proposals AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.proposals IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.proposals FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.proposals IS 'viewer and above read.';

CREATE POLICY tenant_remove ON public.proposals FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_remove ON public.proposals IS 'admin and above remove.';

CREATE POLICY totals ON public.proposals TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY totals ON public.proposals IS 'A trigger writes the total of the proposal whose line item changed.';

GRANT DELETE ON TABLE public.proposals TO sb_tenant;

GRANT SELECT(ctid) ON TABLE public.proposals TO sb_gate;

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.proposals TO sb_tenant;
GRANT SELECT(org_id) ON TABLE public.proposals TO sb_gate;

GRANT SELECT(id),INSERT(id) ON TABLE public.proposals TO sb_tenant;
GRANT SELECT(id) ON TABLE public.proposals TO sb_gate;

GRANT SELECT(client_id),INSERT(client_id),UPDATE(client_id) ON TABLE public.proposals TO sb_tenant;

GRANT SELECT(title),INSERT(title),UPDATE(title) ON TABLE public.proposals TO sb_tenant;

GRANT SELECT(status),INSERT(status),UPDATE(status) ON TABLE public.proposals TO sb_tenant;
GRANT SELECT(status) ON TABLE public.proposals TO sb_gate;

GRANT SELECT(brain_status),INSERT(brain_status),UPDATE(brain_status) ON TABLE public.proposals TO sb_tenant;
GRANT SELECT(brain_status),UPDATE(brain_status) ON TABLE public.proposals TO sb_gate;

GRANT SELECT(deal_outcome),INSERT(deal_outcome),UPDATE(deal_outcome) ON TABLE public.proposals TO sb_tenant;

GRANT SELECT(outcome_reason),INSERT(outcome_reason),UPDATE(outcome_reason) ON TABLE public.proposals TO sb_tenant;

GRANT SELECT(brief),INSERT(brief),UPDATE(brief) ON TABLE public.proposals TO sb_tenant;

GRANT SELECT(content),INSERT(content),UPDATE(content) ON TABLE public.proposals TO sb_tenant;

GRANT SELECT(template_id),INSERT(template_id),UPDATE(template_id) ON TABLE public.proposals TO sb_tenant;

GRANT SELECT(currency),INSERT(currency),UPDATE(currency) ON TABLE public.proposals TO sb_tenant;

GRANT SELECT(total_minor) ON TABLE public.proposals TO sb_tenant;
GRANT UPDATE(total_minor) ON TABLE public.proposals TO sb_gate;

GRANT SELECT(valid_until),INSERT(valid_until),UPDATE(valid_until) ON TABLE public.proposals TO sb_tenant;

GRANT SELECT(owner_id),INSERT(owner_id),UPDATE(owner_id) ON TABLE public.proposals TO sb_tenant;

GRANT SELECT(sent_at) ON TABLE public.proposals TO sb_tenant;

GRANT SELECT(decided_at) ON TABLE public.proposals TO sb_tenant;

GRANT SELECT(lock_version) ON TABLE public.proposals TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.proposals TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.proposals TO sb_tenant;
