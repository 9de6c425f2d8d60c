-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.clients (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    name text NOT NULL,
    email text,
    status text DEFAULT 'lead'::text NOT NULL,
    website text,
    industry text,
    notes text DEFAULT ''::text NOT NULL,
    lock_version integer DEFAULT 0 NOT NULL,
    search tsvector GENERATED ALWAYS AS (((setweight(to_tsvector('simple'::regconfig, core.to_words(name)), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, core.to_words(((((COALESCE(email, ''::text) || ' '::text) || COALESCE(website, ''::text)) || ' '::text) || COALESCE(industry, ''::text)))), 'B'::"char")) || setweight(to_tsvector('simple'::regconfig, core.to_words(notes)), 'D'::"char"))) STORED NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT clients_email_is_an_address CHECK (((email ~ '^[^@\s]+@[^@\s]+$'::text) AND (length(email) <= 320))),
    CONSTRAINT clients_name_given CHECK (((btrim(name) <> ''::text) AND (length(name) <= 200))),
    CONSTRAINT clients_status_known CHECK ((status = ANY (ARRAY['lead'::text, 'active'::text, 'past'::text])))
);

ALTER TABLE ONLY public.clients FORCE ROW LEVEL SECURITY;

ALTER TABLE public.clients OWNER TO sb_owner;

COMMENT ON TABLE public.clients IS 'The agency''s clients.';

COMMENT ON COLUMN public.clients.email IS 'The office; people are in client_contacts.';

COMMENT ON COLUMN public.clients.lock_version IS 'Counts changes: a change names the number that it has read.';

COMMENT ON COLUMN public.clients.search IS 'The words of the texts, those of the name first. No index: row-level security lets none be read by words, so a search reads the organization''s own rows (docs/decisions/0009).';

ALTER TABLE ONLY public.clients
    ADD CONSTRAINT clients_name_key UNIQUE (org_id, name);

ALTER TABLE ONLY public.clients
    ADD CONSTRAINT clients_pkey PRIMARY KEY (org_id, id);

CREATE INDEX clients_created_idx ON public.clients USING btree (org_id, created_at DESC, id DESC);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF name, email, website, industry, notes, created_at, updated_at ON public.clients FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_clients();

CREATE TRIGGER change_counts BEFORE UPDATE ON public.clients FOR EACH ROW EXECUTE FUNCTION seal_private.count_change();

CREATE TRIGGER touch BEFORE UPDATE ON public.clients FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.clients
    ADD CONSTRAINT clients_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE public.clients ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_add ON public.clients FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_add ON public.clients IS 'member and above add.';

CREATE POLICY tenant_change ON public.clients FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_change ON public.clients IS 'member and above change.';

CREATE POLICY tenant_floor ON public.clients AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.clients IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.clients FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.clients IS 'viewer and above read.';

CREATE POLICY tenant_remove ON public.clients FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_remove ON public.clients IS 'admin and above remove.';

GRANT DELETE ON TABLE public.clients TO sb_tenant;

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.clients TO sb_tenant;

GRANT SELECT(id),INSERT(id) ON TABLE public.clients TO sb_tenant;

GRANT SELECT(name),INSERT(name),UPDATE(name) ON TABLE public.clients TO sb_tenant;

GRANT SELECT(email),INSERT(email),UPDATE(email) ON TABLE public.clients TO sb_tenant;

GRANT SELECT(status),INSERT(status),UPDATE(status) ON TABLE public.clients TO sb_tenant;

GRANT SELECT(website),INSERT(website),UPDATE(website) ON TABLE public.clients TO sb_tenant;

GRANT SELECT(industry),INSERT(industry),UPDATE(industry) ON TABLE public.clients TO sb_tenant;

GRANT SELECT(notes),INSERT(notes),UPDATE(notes) ON TABLE public.clients TO sb_tenant;

GRANT SELECT(lock_version) ON TABLE public.clients TO sb_tenant;

GRANT SELECT(search) ON TABLE public.clients TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.clients TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.clients TO sb_tenant;
