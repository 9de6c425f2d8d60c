-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.share_links (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    proposal_id uuid,
    version integer,
    contract_id uuid,
    contact_id uuid,
    password_salt bytea,
    password_proof bytea,
    expires_at timestamp with time zone NOT NULL,
    allow_download boolean DEFAULT true NOT NULL,
    created_by uuid DEFAULT seal.user_id(),
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT share_links_name_the_version CHECK (((proposal_id IS NULL) = (version IS NULL))),
    CONSTRAINT share_links_password_is_whole CHECK (((password_salt IS NULL) = (password_proof IS NULL))),
    CONSTRAINT share_links_password_proof_is_sha256 CHECK ((octet_length(password_proof) = 32)),
    CONSTRAINT share_links_password_salt_is_16_bytes CHECK ((octet_length(password_salt) = 16)),
    CONSTRAINT share_links_show_one_document CHECK ((num_nonnulls(proposal_id, contract_id) = 1))
);

ALTER TABLE ONLY public.share_links FORCE ROW LEVEL SECURITY;

ALTER TABLE public.share_links OWNER TO sb_owner;

COMMENT ON TABLE public.share_links IS 'Links that clients open without an account; deleting one ends it.';

COMMENT ON COLUMN public.share_links.version IS 'The number of the one version that it shows.';

COMMENT ON COLUMN public.share_links.contact_id IS 'The contact that it was made for. Null means anybody with the link.';

COMMENT ON COLUMN public.share_links.password_salt IS 'The salt with which the process derives 32 bytes from the password (argon2id). No tenant reads it; seal.link_salt() gives it to the holder of the link.';

COMMENT ON COLUMN public.share_links.password_proof IS 'sha256 of those 32 bytes; null: the link is enough. With it, the link opens nothing without a ticket (seal.try_link). No tenant reads it.';

COMMENT ON COLUMN public.share_links.expires_at IS 'The credential ends no later; a longer life is a new link.';

ALTER TABLE ONLY public.share_links
    ADD CONSTRAINT share_links_pkey PRIMARY KEY (org_id, id);

CREATE INDEX share_links_contact_idx ON public.share_links USING btree (org_id, contact_id);

CREATE INDEX share_links_contract_idx ON public.share_links USING btree (org_id, contract_id);

CREATE INDEX share_links_version_idx ON public.share_links USING btree (org_id, proposal_id, version);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF password_salt, password_proof, expires_at, created_at, updated_at ON public.share_links FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_share_links();

CREATE TRIGGER end_share_link AFTER DELETE ON public.share_links FOR EACH ROW EXECUTE FUNCTION seal_private.end_share_link();

CREATE TRIGGER sentences_hold_back BEFORE INSERT ON public.share_links FOR EACH ROW WHEN ((new.proposal_id IS NOT NULL)) EXECUTE FUNCTION seal_private.hold_back('share_links_sentences_hold_back', 'proposal_id');

CREATE TRIGGER touch BEFORE UPDATE ON public.share_links FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

CREATE TRIGGER versions_hold_back BEFORE INSERT ON public.share_links FOR EACH ROW WHEN ((new.proposal_id IS NOT NULL)) EXECUTE FUNCTION seal_private.hold_back_version();

ALTER TABLE ONLY public.share_links
    ADD CONSTRAINT share_links_contact_fkey FOREIGN KEY (org_id, contact_id) REFERENCES public.client_contacts(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.share_links
    ADD CONSTRAINT share_links_contract_fkey FOREIGN KEY (org_id, contract_id) REFERENCES public.contracts(org_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.share_links
    ADD CONSTRAINT share_links_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.share_links
    ADD CONSTRAINT share_links_version_fkey FOREIGN KEY (org_id, proposal_id, version) REFERENCES public.proposal_versions(org_id, proposal_id, number) ON DELETE CASCADE;

CREATE POLICY guest_link ON public.share_links FOR SELECT TO sb_tenant USING (((org_id = ( SELECT seal.org(0) AS org)) AND (id = ( SELECT seal.subject('link'::text) AS subject))));

COMMENT ON POLICY guest_link ON public.share_links IS 'A guest sees the link that they hold.';

CREATE POLICY issuing ON public.share_links FOR SELECT TO sb_seal USING (true);

COMMENT ON POLICY issuing ON public.share_links IS 'seal.issue() looks whether the link it issues for is in the open organization''s list.';

ALTER TABLE public.share_links ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_add ON public.share_links FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_add ON public.share_links IS 'member and above add.';

CREATE POLICY tenant_change ON public.share_links FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_change ON public.share_links IS 'member and above change.';

CREATE POLICY tenant_floor ON public.share_links AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(0) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(0) AS org)));

COMMENT ON POLICY tenant_floor ON public.share_links IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.share_links FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_read ON public.share_links IS 'member and above read.';

CREATE POLICY tenant_remove ON public.share_links FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_remove ON public.share_links IS 'member and above remove.';

GRANT DELETE ON TABLE public.share_links TO sb_tenant;

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.share_links TO sb_tenant;
GRANT SELECT(org_id) ON TABLE public.share_links TO sb_seal;

GRANT SELECT(id),INSERT(id) ON TABLE public.share_links TO sb_tenant;
GRANT SELECT(id) ON TABLE public.share_links TO sb_seal;

GRANT SELECT(proposal_id),INSERT(proposal_id) ON TABLE public.share_links TO sb_tenant;

GRANT SELECT(version),INSERT(version) ON TABLE public.share_links TO sb_tenant;

GRANT SELECT(contract_id),INSERT(contract_id) ON TABLE public.share_links TO sb_tenant;

GRANT SELECT(contact_id),INSERT(contact_id) ON TABLE public.share_links TO sb_tenant;

GRANT INSERT(password_salt),UPDATE(password_salt) ON TABLE public.share_links TO sb_tenant;
GRANT SELECT(password_salt) ON TABLE public.share_links TO sb_seal;

GRANT INSERT(password_proof),UPDATE(password_proof) ON TABLE public.share_links TO sb_tenant;
GRANT SELECT(password_proof) ON TABLE public.share_links TO sb_seal;

GRANT SELECT(expires_at),INSERT(expires_at) ON TABLE public.share_links TO sb_tenant;
GRANT SELECT(expires_at) ON TABLE public.share_links TO sb_seal;

GRANT SELECT(allow_download),INSERT(allow_download),UPDATE(allow_download) ON TABLE public.share_links TO sb_tenant;

GRANT SELECT(created_by) ON TABLE public.share_links TO sb_tenant;
GRANT SELECT(created_by) ON TABLE public.share_links TO sb_seal;

GRANT SELECT(created_at) ON TABLE public.share_links TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.share_links TO sb_tenant;
