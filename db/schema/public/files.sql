-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.files (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    name text NOT NULL,
    mime text DEFAULT 'application/octet-stream'::text NOT NULL,
    content bytea NOT NULL,
    sha256 bytea GENERATED ALWAYS AS (sha256(content)) STORED NOT NULL,
    size integer GENERATED ALWAYS AS (octet_length(content)) STORED NOT NULL,
    resource_type text,
    resource_id uuid,
    created_by uuid DEFAULT seal.user_id(),
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT files_mime_is_a_type CHECK (((mime ~ '^[a-z0-9]+/[a-z0-9.+-]+$'::text) AND (length(mime) <= 100))),
    CONSTRAINT files_name_given CHECK (((btrim(name) <> ''::text) AND (length(name) <= 500))),
    CONSTRAINT files_resource_named_whole CHECK (((resource_type IS NULL) = (resource_id IS NULL)))
);

ALTER TABLE ONLY public.files FORCE ROW LEVEL SECURITY;

ALTER TABLE public.files OWNER TO sb_owner;

COMMENT ON TABLE public.files IS 'Uploads and exports, with their bytes.';

COMMENT ON COLUMN public.files.sha256 IS 'Of the bytes; made by the database, so it is never wrong.';

COMMENT ON COLUMN public.files.size IS 'Bytes.';

COMMENT ON COLUMN public.files.resource_type IS 'The row that the file belongs to, by its table''s name; resource_id is its id. Null means the organization.';

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_pkey PRIMARY KEY (org_id, id);

CREATE INDEX files_resource_idx ON public.files USING btree (org_id, resource_type, resource_id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF name, mime, resource_type, content, created_at, updated_at ON public.files FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_files();

CREATE TRIGGER touch BEFORE UPDATE ON public.files FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE public.files ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_add ON public.files FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_add ON public.files IS 'member and above add.';

CREATE POLICY tenant_change ON public.files FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(2) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(2) AS org)));

COMMENT ON POLICY tenant_change ON public.files IS 'member and above change.';

CREATE POLICY tenant_floor ON public.files AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.files IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.files FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.files IS 'viewer and above read.';

CREATE POLICY tenant_remove ON public.files FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_remove ON public.files IS 'admin and above remove.';

GRANT DELETE ON TABLE public.files TO sb_tenant;

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.files TO sb_tenant;

GRANT SELECT(id),INSERT(id) ON TABLE public.files TO sb_tenant;

GRANT SELECT(name),INSERT(name),UPDATE(name) ON TABLE public.files TO sb_tenant;

GRANT SELECT(mime),INSERT(mime),UPDATE(mime) ON TABLE public.files TO sb_tenant;

GRANT SELECT(content),INSERT(content) ON TABLE public.files TO sb_tenant;

GRANT SELECT(sha256) ON TABLE public.files TO sb_tenant;

GRANT SELECT(size) ON TABLE public.files TO sb_tenant;

GRANT SELECT(resource_type),INSERT(resource_type),UPDATE(resource_type) ON TABLE public.files TO sb_tenant;

GRANT SELECT(resource_id),INSERT(resource_id),UPDATE(resource_id) ON TABLE public.files TO sb_tenant;

GRANT SELECT(created_by) ON TABLE public.files TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.files TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.files TO sb_tenant;
