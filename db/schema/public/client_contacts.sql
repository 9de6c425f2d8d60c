-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.client_contacts (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    client_id uuid NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    title text,
    is_signer boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT client_contacts_email_is_an_address CHECK (((email ~ '^[^@\s]+@[^@\s]+$'::text) AND (length(email) <= 320))),
    CONSTRAINT client_contacts_name_given CHECK (((btrim(name) <> ''::text) AND (length(name) <= 200)))
);

ALTER TABLE ONLY public.client_contacts FORCE ROW LEVEL SECURITY;

ALTER TABLE public.client_contacts OWNER TO sb_owner;

COMMENT ON TABLE public.client_contacts IS 'People at a client.';

COMMENT ON COLUMN public.client_contacts.is_signer IS 'May accept and sign for the client.';

ALTER TABLE ONLY public.client_contacts
    ADD CONSTRAINT client_contacts_email_key UNIQUE (org_id, client_id, email);

ALTER TABLE ONLY public.client_contacts
    ADD CONSTRAINT client_contacts_pkey PRIMARY KEY (org_id, id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF name, email, title, created_at, updated_at ON public.client_contacts FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_client_contacts();

CREATE TRIGGER touch BEFORE UPDATE ON public.client_contacts FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.client_contacts
    ADD CONSTRAINT client_contacts_client_fkey FOREIGN KEY (org_id, client_id) REFERENCES public.clients(org_id, id) ON DELETE CASCADE;

ALTER TABLE public.client_contacts ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_add ON public.client_contacts FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_add ON public.client_contacts IS 'member and above add.';

CREATE POLICY tenant_change ON public.client_contacts FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_change ON public.client_contacts IS 'member and above change.';

CREATE POLICY tenant_floor ON public.client_contacts AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.client_contacts IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.client_contacts FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.client_contacts IS 'viewer and above read.';

CREATE POLICY tenant_remove ON public.client_contacts FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_remove ON public.client_contacts IS 'member and above remove.';

GRANT DELETE ON TABLE public.client_contacts TO sb_tenant;

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.client_contacts TO sb_tenant;

GRANT SELECT(id),INSERT(id) ON TABLE public.client_contacts TO sb_tenant;

GRANT SELECT(client_id),INSERT(client_id),UPDATE(client_id) ON TABLE public.client_contacts TO sb_tenant;

GRANT SELECT(name),INSERT(name),UPDATE(name) ON TABLE public.client_contacts TO sb_tenant;

GRANT SELECT(email),INSERT(email),UPDATE(email) ON TABLE public.client_contacts TO sb_tenant;

GRANT SELECT(title),INSERT(title),UPDATE(title) ON TABLE public.client_contacts TO sb_tenant;

GRANT SELECT(is_signer),INSERT(is_signer),UPDATE(is_signer) ON TABLE public.client_contacts TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.client_contacts TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.client_contacts TO sb_tenant;
