-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.contracts (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    client_name text NOT NULL,
    title text NOT NULL,
    scope text DEFAULT ''::text NOT NULL,
    terms jsonb DEFAULT '[]'::jsonb NOT NULL,
    client_id uuid,
    proposal_id uuid,
    status text DEFAULT 'draft'::text NOT NULL,
    effective_on date,
    ends_on date,
    signed_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT contracts_client_name_given CHECK (((btrim(client_name) <> ''::text) AND (length(client_name) <= 200))),
    CONSTRAINT contracts_end_after_they_begin CHECK ((ends_on >= effective_on)),
    CONSTRAINT contracts_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'sent'::text, 'signed'::text, 'active'::text, 'ended'::text, 'void'::text]))),
    CONSTRAINT contracts_terms_are_a_list CHECK ((jsonb_typeof(terms) = 'array'::text)),
    CONSTRAINT contracts_title_given CHECK (((btrim(title) <> ''::text) AND (length(title) <= 300)))
);

ALTER TABLE ONLY public.contracts FORCE ROW LEVEL SECURITY;

ALTER TABLE public.contracts OWNER TO sb_owner;

COMMENT ON TABLE public.contracts IS 'Contracts with clients.';

COMMENT ON COLUMN public.contracts.client_name IS 'The client''s name in the contract, also if the client is renamed later.';

COMMENT ON COLUMN public.contracts.terms IS 'The legal sections, in order: heading and body.';

COMMENT ON COLUMN public.contracts.signed_at IS 'Kept by a trigger.';

ALTER TABLE ONLY public.contracts
    ADD CONSTRAINT contracts_pkey PRIMARY KEY (org_id, id);

CREATE INDEX contracts_client_idx ON public.contracts USING btree (org_id, client_id);

CREATE INDEX contracts_proposal_idx ON public.contracts USING btree (org_id, proposal_id);

CREATE INDEX contracts_status_idx ON public.contracts USING btree (org_id, status, updated_at DESC);

CREATE TRIGGER begins_as_a_draft AFTER INSERT ON public.contracts FOR EACH ROW WHEN ((new.status <> 'draft'::text)) EXECUTE FUNCTION seal_private.refuse('contracts_begin_as_drafts', 'a contract begins as a draft');

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF client_name, title, scope, effective_on, ends_on, signed_at, created_at, updated_at ON public.contracts FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_contracts();

CREATE TRIGGER bounds_terms BEFORE UPDATE OF terms ON public.contracts FOR EACH ROW WHEN ((new.terms IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_contracts('terms');

CREATE TRIGGER sent_stays BEFORE UPDATE ON public.contracts FOR EACH ROW WHEN (((old.status <> 'draft'::text) AND ((((((((old.client_name IS DISTINCT FROM new.client_name) OR (old.title IS DISTINCT FROM new.title)) OR (old.scope IS DISTINCT FROM new.scope)) OR (old.terms IS DISTINCT FROM new.terms)) OR (old.client_id IS DISTINCT FROM new.client_id)) OR (old.proposal_id IS DISTINCT FROM new.proposal_id)) OR (old.effective_on IS DISTINCT FROM new.effective_on)) OR (old.ends_on IS DISTINCT FROM new.ends_on)))) EXECUTE FUNCTION seal_private.refuse('contracts_sent_stay', 'only a draft is edited: a sent contract can be taken back, a signed one cannot');

CREATE TRIGGER status_dates BEFORE UPDATE ON public.contracts FOR EACH ROW WHEN (((old.status <> new.status) AND (new.status = 'signed'::text))) EXECUTE FUNCTION seal_private.date_contract();

CREATE TRIGGER status_moves BEFORE UPDATE ON public.contracts FOR EACH ROW WHEN ((old.status <> new.status)) EXECUTE FUNCTION seal_private.move_along('contracts_status_moves_along', 'draft: sent void', 'sent: draft signed void', 'signed: active ended', 'active: ended');

CREATE TRIGGER touch BEFORE UPDATE ON public.contracts FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.contracts
    ADD CONSTRAINT contracts_client_fkey FOREIGN KEY (org_id, client_id) REFERENCES public.clients(org_id, id);

ALTER TABLE ONLY public.contracts
    ADD CONSTRAINT contracts_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.contracts
    ADD CONSTRAINT contracts_proposal_fkey FOREIGN KEY (org_id, proposal_id) REFERENCES public.proposals(org_id, id);

ALTER TABLE public.contracts ENABLE ROW LEVEL SECURITY;

CREATE POLICY guest_contract ON public.contracts FOR SELECT TO sb_tenant USING (((org_id = ( SELECT seal.org(0) AS org)) AND (status = ANY (ARRAY['sent'::text, 'signed'::text, 'active'::text, 'ended'::text])) AND (id IN ( SELECT l.contract_id
   FROM public.share_links l
  WHERE ((l.org_id = ( SELECT seal.org(0) AS org)) AND (l.id = ( SELECT seal.subject('link'::text) AS subject)))))));

COMMENT ON POLICY guest_contract ON public.contracts IS 'A guest sees the one contract that their link shows, once it was sent.';

CREATE POLICY tenant_add ON public.contracts FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_add ON public.contracts IS 'member and above add.';

CREATE POLICY tenant_change ON public.contracts FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_change ON public.contracts IS 'member and above change.';

CREATE POLICY tenant_floor ON public.contracts AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(0) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(0) AS org)));

COMMENT ON POLICY tenant_floor ON public.contracts IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.contracts FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.contracts IS 'viewer and above read.';

CREATE POLICY tenant_remove ON public.contracts FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_remove ON public.contracts IS 'admin and above remove.';

GRANT DELETE ON TABLE public.contracts TO sb_tenant;

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.contracts TO sb_tenant;

GRANT SELECT(id),INSERT(id) ON TABLE public.contracts TO sb_tenant;

GRANT SELECT(client_name),INSERT(client_name),UPDATE(client_name) ON TABLE public.contracts TO sb_tenant;

GRANT SELECT(title),INSERT(title),UPDATE(title) ON TABLE public.contracts TO sb_tenant;

GRANT SELECT(scope),INSERT(scope),UPDATE(scope) ON TABLE public.contracts TO sb_tenant;

GRANT SELECT(terms),INSERT(terms),UPDATE(terms) ON TABLE public.contracts TO sb_tenant;

GRANT SELECT(client_id),INSERT(client_id),UPDATE(client_id) ON TABLE public.contracts TO sb_tenant;

GRANT SELECT(proposal_id),INSERT(proposal_id),UPDATE(proposal_id) ON TABLE public.contracts TO sb_tenant;

GRANT SELECT(status),INSERT(status),UPDATE(status) ON TABLE public.contracts TO sb_tenant;

GRANT SELECT(effective_on),INSERT(effective_on),UPDATE(effective_on) ON TABLE public.contracts TO sb_tenant;

GRANT SELECT(ends_on),INSERT(ends_on),UPDATE(ends_on) ON TABLE public.contracts TO sb_tenant;

GRANT SELECT(signed_at) ON TABLE public.contracts TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.contracts TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.contracts TO sb_tenant;
