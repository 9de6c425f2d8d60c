-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.api_keys (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    name text NOT NULL,
    prefix text NOT NULL,
    scopes text[] DEFAULT '{}'::text[] NOT NULL,
    created_by uuid DEFAULT seal.user_id(),
    expires_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT api_keys_name_given CHECK (((btrim(name) <> ''::text) AND (length(name) <= 100))),
    CONSTRAINT api_keys_prefix_is_short CHECK (((length(prefix) >= 1) AND (length(prefix) <= 16))),
    CONSTRAINT api_keys_scopes_are_names CHECK ((array_to_string(scopes, ' '::text, ''::text) ~ '^([a-z][a-z_]{0,40}:(read|write)( |$))*$'::text))
);

ALTER TABLE ONLY public.api_keys FORCE ROW LEVEL SECURITY;

ALTER TABLE public.api_keys OWNER TO sb_owner;

COMMENT ON TABLE public.api_keys IS 'API keys as people see them; deleting one ends it.';

COMMENT ON COLUMN public.api_keys.prefix IS 'A few characters of the secret, to tell keys apart in a list.';

COMMENT ON COLUMN public.api_keys.scopes IS 'Scopes that the key is for, as clients:read; none: for everything that its rank allows. The API asks for them, beside the rank, which the policies ask for.';

COMMENT ON COLUMN public.api_keys.created_by IS 'The maker, from the context.';

COMMENT ON COLUMN public.api_keys.expires_at IS 'The credential ends no later; a longer life is a new key.';

ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_name_key UNIQUE (org_id, name);

ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_pkey PRIMARY KEY (org_id, id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF name, prefix, expires_at, created_at, updated_at ON public.api_keys FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_api_keys();

CREATE TRIGGER bounds_scopes BEFORE UPDATE OF scopes ON public.api_keys FOR EACH ROW WHEN ((new.scopes IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_api_keys('scopes');

CREATE TRIGGER end_api_key AFTER DELETE ON public.api_keys FOR EACH ROW EXECUTE FUNCTION seal_private.end_api_key();

CREATE TRIGGER touch BEFORE UPDATE ON public.api_keys FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE public.api_keys ENABLE ROW LEVEL SECURITY;

CREATE POLICY issuing ON public.api_keys FOR SELECT TO sb_seal USING (true);

COMMENT ON POLICY issuing ON public.api_keys IS 'seal.issue() looks whether the key it issues for is in the open organization''s list.';

CREATE POLICY tenant_add ON public.api_keys FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_add ON public.api_keys IS 'admin and above add.';

CREATE POLICY tenant_change ON public.api_keys FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_change ON public.api_keys IS 'admin and above change.';

CREATE POLICY tenant_floor ON public.api_keys AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_floor ON public.api_keys IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.api_keys FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_read ON public.api_keys IS 'admin and above read.';

CREATE POLICY tenant_remove ON public.api_keys FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_remove ON public.api_keys IS 'admin and above remove.';

GRANT DELETE ON TABLE public.api_keys TO sb_tenant;

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.api_keys TO sb_tenant;
GRANT SELECT(org_id) ON TABLE public.api_keys TO sb_seal;

GRANT SELECT(id),INSERT(id) ON TABLE public.api_keys TO sb_tenant;
GRANT SELECT(id) ON TABLE public.api_keys TO sb_seal;

GRANT SELECT(name),INSERT(name),UPDATE(name) ON TABLE public.api_keys TO sb_tenant;

GRANT SELECT(prefix),INSERT(prefix) ON TABLE public.api_keys TO sb_tenant;

GRANT SELECT(scopes),INSERT(scopes) ON TABLE public.api_keys TO sb_tenant;
GRANT SELECT(scopes) ON TABLE public.api_keys TO sb_seal;

GRANT SELECT(created_by) ON TABLE public.api_keys TO sb_tenant;
GRANT SELECT(created_by) ON TABLE public.api_keys TO sb_seal;

GRANT SELECT(expires_at),INSERT(expires_at) ON TABLE public.api_keys TO sb_tenant;
GRANT SELECT(expires_at) ON TABLE public.api_keys TO sb_seal;

GRANT SELECT(created_at) ON TABLE public.api_keys TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.api_keys TO sb_tenant;
