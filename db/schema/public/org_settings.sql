-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.org_settings (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    key text NOT NULL,
    value jsonb NOT NULL,
    updated_by uuid DEFAULT seal.user_id(),
    reason text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT org_settings_key_is_a_name CHECK (((key ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$'::text) AND (length(key) <= 100)))
);

ALTER TABLE ONLY public.org_settings FORCE ROW LEVEL SECURITY;

ALTER TABLE public.org_settings OWNER TO sb_owner;

COMMENT ON TABLE public.org_settings IS 'Settings of one organization, one row each.';

COMMENT ON COLUMN public.org_settings.updated_by IS 'From the context, at every write.';

COMMENT ON COLUMN public.org_settings.reason IS 'The reason for setting it, which settings that stop work ask for.';

ALTER TABLE ONLY public.org_settings
    ADD CONSTRAINT org_settings_key_key UNIQUE (org_id, key);

ALTER TABLE ONLY public.org_settings
    ADD CONSTRAINT org_settings_pkey PRIMARY KEY (org_id, id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF key, reason, created_at, updated_at ON public.org_settings FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_org_settings();

CREATE TRIGGER bounds_value BEFORE UPDATE OF value ON public.org_settings FOR EACH ROW WHEN ((new.value IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_org_settings('value');

CREATE TRIGGER stamp_updated_by BEFORE UPDATE ON public.org_settings FOR EACH ROW EXECUTE FUNCTION seal_private.stamp_updated_by();

CREATE TRIGGER touch BEFORE UPDATE ON public.org_settings FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.org_settings
    ADD CONSTRAINT org_settings_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE public.org_settings ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_add ON public.org_settings FOR INSERT TO sb_tenant WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_add ON public.org_settings IS 'admin and above add.';

CREATE POLICY tenant_change ON public.org_settings FOR UPDATE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_change ON public.org_settings IS 'admin and above change.';

CREATE POLICY tenant_floor ON public.org_settings AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.org_settings IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.org_settings FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.org_settings IS 'viewer and above read.';

CREATE POLICY tenant_remove ON public.org_settings FOR DELETE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_remove ON public.org_settings IS 'admin and above remove.';

GRANT DELETE ON TABLE public.org_settings TO sb_tenant;

GRANT SELECT(org_id),INSERT(org_id) ON TABLE public.org_settings TO sb_tenant;

GRANT SELECT(id),INSERT(id) ON TABLE public.org_settings TO sb_tenant;

GRANT SELECT(key),INSERT(key) ON TABLE public.org_settings TO sb_tenant;

GRANT SELECT(value),INSERT(value),UPDATE(value) ON TABLE public.org_settings TO sb_tenant;

GRANT SELECT(updated_by) ON TABLE public.org_settings TO sb_tenant;

GRANT SELECT(reason),INSERT(reason),UPDATE(reason) ON TABLE public.org_settings TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.org_settings TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.org_settings TO sb_tenant;
