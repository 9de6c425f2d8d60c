-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.sentence_resolutions (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    sentence_id uuid NOT NULL,
    resolution text NOT NULL,
    wording text,
    note integer,
    reason text DEFAULT ''::text NOT NULL,
    resolved_by uuid DEFAULT seal.user_id(),
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT sentence_resolutions_note_counted CHECK ((note > 0)),
    CONSTRAINT sentence_resolutions_note_of_a_source CHECK (((resolution = 'sourced'::text) = (note IS NOT NULL))),
    CONSTRAINT sentence_resolutions_reason_is_short CHECK ((length(reason) <= 2000)),
    CONSTRAINT sentence_resolutions_resolution_known CHECK ((resolution = ANY (ARRAY['vouched'::text, 'rewritten'::text, 'sourced'::text, 'removed'::text]))),
    CONSTRAINT sentence_resolutions_wording_given CHECK (((btrim(wording) <> ''::text) AND (length(wording) <= 20000))),
    CONSTRAINT sentence_resolutions_wording_of_a_rewrite CHECK (((wording IS NULL) OR (resolution = ANY (ARRAY['rewritten'::text, 'sourced'::text]))))
);

ALTER TABLE ONLY public.sentence_resolutions FORCE ROW LEVEL SECURITY;

ALTER TABLE public.sentence_resolutions OWNER TO sb_owner;

COMMENT ON TABLE public.sentence_resolutions IS 'Decisions of people about judged sentences. Without one, an unsupported sentence holds its proposal back.';

COMMENT ON COLUMN public.sentence_resolutions.wording IS 'The sentence as it was rewritten, also if it was given a source after that. Null: it is as it was judged, or the text was edited as a whole.';

COMMENT ON COLUMN public.sentence_resolutions.note IS 'The number of the citation that a person added.';

COMMENT ON COLUMN public.sentence_resolutions.reason IS 'The reason why the person answers for it, in their words.';

COMMENT ON COLUMN public.sentence_resolutions.resolved_by IS 'The person, from the context; a plain column, so that it outlives their membership. created_at says when.';

ALTER TABLE ONLY public.sentence_resolutions
    ADD CONSTRAINT sentence_resolutions_pkey PRIMARY KEY (org_id, id);

CREATE INDEX sentence_resolutions_sentence_idx ON public.sentence_resolutions USING btree (org_id, sentence_id, created_at DESC);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF wording, reason, created_at, updated_at ON public.sentence_resolutions FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_sentence_resolutions();

CREATE TRIGGER check_resolution BEFORE INSERT ON public.sentence_resolutions FOR EACH ROW EXECUTE FUNCTION seal_private.check_resolution();

CREATE TRIGGER touch BEFORE UPDATE ON public.sentence_resolutions FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.sentence_resolutions
    ADD CONSTRAINT sentence_resolutions_sentence_fkey FOREIGN KEY (org_id, sentence_id) REFERENCES public.proposal_sentences(org_id, id) ON DELETE CASCADE;

ALTER TABLE public.sentence_resolutions ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_add ON public.sentence_resolutions FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_add ON public.sentence_resolutions IS 'member and above add.';

CREATE POLICY tenant_floor ON public.sentence_resolutions AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.sentence_resolutions IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.sentence_resolutions FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.sentence_resolutions IS 'viewer and above read.';

CREATE POLICY tenant_remove ON public.sentence_resolutions FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_remove ON public.sentence_resolutions IS 'member and above remove.';

GRANT DELETE ON TABLE public.sentence_resolutions TO sb_tenant;

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.sentence_resolutions TO sb_tenant;

GRANT SELECT(id),INSERT(id) ON TABLE public.sentence_resolutions TO sb_tenant;

GRANT SELECT(sentence_id),INSERT(sentence_id) ON TABLE public.sentence_resolutions TO sb_tenant;

GRANT SELECT(resolution),INSERT(resolution) ON TABLE public.sentence_resolutions TO sb_tenant;

GRANT SELECT(wording),INSERT(wording) ON TABLE public.sentence_resolutions TO sb_tenant;

GRANT SELECT(note),INSERT(note) ON TABLE public.sentence_resolutions TO sb_tenant;

GRANT SELECT(reason),INSERT(reason) ON TABLE public.sentence_resolutions TO sb_tenant;

GRANT SELECT(resolved_by) ON TABLE public.sentence_resolutions TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.sentence_resolutions TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.sentence_resolutions TO sb_tenant;
