-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.proposal_versions (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    proposal_id uuid NOT NULL,
    number integer NOT NULL,
    title text NOT NULL,
    content jsonb NOT NULL,
    line_items jsonb DEFAULT '[]'::jsonb NOT NULL,
    currency text NOT NULL,
    total_minor bigint NOT NULL,
    content_sha256 bytea DEFAULT '\x'::bytea NOT NULL,
    reason text DEFAULT 'manual'::text NOT NULL,
    author_id uuid DEFAULT seal.user_id(),
    run_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT proposal_versions_content_is_object CHECK ((jsonb_typeof(content) = 'object'::text)),
    CONSTRAINT proposal_versions_currency_is_iso_4217 CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT proposal_versions_line_items_are_a_list CHECK ((jsonb_typeof(line_items) = 'array'::text)),
    CONSTRAINT proposal_versions_number_counted CHECK ((number > 0)),
    CONSTRAINT proposal_versions_reason_known CHECK ((reason = ANY (ARRAY['manual'::text, 'ai'::text, 'sent'::text]))),
    CONSTRAINT proposal_versions_title_given CHECK (((btrim(title) <> ''::text) AND (length(title) <= 300))),
    CONSTRAINT proposal_versions_total_not_negative CHECK ((total_minor >= 0))
);

ALTER TABLE ONLY public.proposal_versions FORCE ROW LEVEL SECURITY;

ALTER TABLE public.proposal_versions OWNER TO sb_owner;

COMMENT ON TABLE public.proposal_versions IS 'Frozen copies of proposals, append only.';

COMMENT ON COLUMN public.proposal_versions.content_sha256 IS 'sha256 of {"content": ..., "line_items": ..., "title": ...} as jsonb prints it, in UTF-8: what a signature names.';

COMMENT ON COLUMN public.proposal_versions.author_id IS 'The person who made it, from the context; a plain column, as in audit_log.';

COMMENT ON COLUMN public.proposal_versions.run_id IS 'The agent_runs row that wrote it; a plain column, since runs are kept for a while only.';

ALTER TABLE ONLY public.proposal_versions
    ADD CONSTRAINT proposal_versions_number_key UNIQUE (org_id, proposal_id, number);

ALTER TABLE ONLY public.proposal_versions
    ADD CONSTRAINT proposal_versions_pkey PRIMARY KEY (org_id, id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF title, currency, total_minor, content_sha256, created_at, updated_at ON public.proposal_versions FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_proposal_versions();

CREATE TRIGGER bounds_content BEFORE UPDATE OF content ON public.proposal_versions FOR EACH ROW WHEN ((new.content IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_proposal_versions('content');

CREATE TRIGGER bounds_line_items BEFORE UPDATE OF line_items ON public.proposal_versions FOR EACH ROW WHEN ((new.line_items IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_proposal_versions('line_items');

CREATE TRIGGER is_immutable BEFORE UPDATE ON public.proposal_versions FOR EACH ROW EXECUTE FUNCTION seal_private.refuse('proposal_versions_are_immutable', 'a version stays as it is: make a new one');

CREATE TRIGGER seal_version BEFORE INSERT ON public.proposal_versions FOR EACH ROW EXECUTE FUNCTION seal_private.seal_version();

CREATE TRIGGER sentences_hold_back BEFORE INSERT ON public.proposal_versions FOR EACH ROW WHEN ((new.reason = 'sent'::text)) EXECUTE FUNCTION seal_private.hold_back('proposal_versions_sentences_hold_back', 'proposal_id');

CREATE TRIGGER touch BEFORE UPDATE ON public.proposal_versions FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.proposal_versions
    ADD CONSTRAINT proposal_versions_proposal_fkey FOREIGN KEY (org_id, proposal_id) REFERENCES public.proposals(org_id, id) ON DELETE CASCADE;

CREATE POLICY guest_version ON public.proposal_versions FOR SELECT TO sb_tenant USING (((org_id = ( SELECT seal.org(0) AS org)) AND ((proposal_id, number) IN ( SELECT l.proposal_id,
    l.version
   FROM public.share_links l
  WHERE ((l.org_id = ( SELECT seal.org(0) AS org)) AND (l.id = ( SELECT seal.subject('link'::text) AS subject)))))));

COMMENT ON POLICY guest_version ON public.proposal_versions IS 'A guest sees the one version that their link shows.';

ALTER TABLE public.proposal_versions ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_add ON public.proposal_versions FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_add ON public.proposal_versions IS 'member and above add.';

CREATE POLICY tenant_floor ON public.proposal_versions AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(0) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(0) AS org)));

COMMENT ON POLICY tenant_floor ON public.proposal_versions IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.proposal_versions FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.proposal_versions IS 'viewer and above read.';

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.proposal_versions TO sb_tenant;

GRANT SELECT(id),INSERT(id) ON TABLE public.proposal_versions TO sb_tenant;

GRANT SELECT(proposal_id),INSERT(proposal_id) ON TABLE public.proposal_versions TO sb_tenant;

GRANT SELECT(number),INSERT(number) ON TABLE public.proposal_versions TO sb_tenant;

GRANT SELECT(title),INSERT(title) ON TABLE public.proposal_versions TO sb_tenant;

GRANT SELECT(content),INSERT(content) ON TABLE public.proposal_versions TO sb_tenant;

GRANT SELECT(line_items),INSERT(line_items) ON TABLE public.proposal_versions TO sb_tenant;

GRANT SELECT(currency),INSERT(currency) ON TABLE public.proposal_versions TO sb_tenant;

GRANT SELECT(total_minor),INSERT(total_minor) ON TABLE public.proposal_versions TO sb_tenant;

GRANT SELECT(content_sha256) ON TABLE public.proposal_versions TO sb_tenant;

GRANT SELECT(reason),INSERT(reason) ON TABLE public.proposal_versions TO sb_tenant;

GRANT SELECT(author_id) ON TABLE public.proposal_versions TO sb_tenant;

GRANT SELECT(run_id),INSERT(run_id) ON TABLE public.proposal_versions TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.proposal_versions TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.proposal_versions TO sb_tenant;
