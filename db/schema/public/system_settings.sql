-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.system_settings (
    key text NOT NULL,
    value jsonb NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    is_public boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT system_settings_key_is_a_name CHECK (((key ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$'::text) AND (length(key) <= 100)))
);

ALTER TABLE ONLY public.system_settings FORCE ROW LEVEL SECURITY;

ALTER TABLE public.system_settings OWNER TO sb_owner;

COMMENT ON TABLE public.system_settings IS 'Settings of the installation, one row each.';

COMMENT ON COLUMN public.system_settings.is_public IS 'Every context may read it; others only the platform''s admins.';

ALTER TABLE ONLY public.system_settings
    ADD CONSTRAINT system_settings_pkey PRIMARY KEY (key);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF key, description, created_at, updated_at ON public.system_settings FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_system_settings();

CREATE TRIGGER bounds_value BEFORE UPDATE OF value ON public.system_settings FOR EACH ROW WHEN ((new.value IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_system_settings('value');

CREATE TRIGGER touch BEFORE UPDATE ON public.system_settings FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

CREATE POLICY platform_admins ON public.system_settings FOR SELECT TO sb_tenant USING ((( SELECT seal.org(3) AS org) = '00000000-0000-0000-0000-000000000000'::uuid));

COMMENT ON POLICY platform_admins ON public.system_settings IS 'Admins of the platform, the organization of the nil uuid, read all.';

CREATE POLICY public_settings ON public.system_settings FOR SELECT TO sb_tenant USING ((is_public AND (( SELECT seal.kind() AS kind) IS NOT NULL)));

COMMENT ON POLICY public_settings ON public.system_settings IS 'Every context may read settings that are marked public.';

CREATE POLICY setting ON public.system_settings TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY setting ON public.system_settings IS 'system.set_setting() writes, after it has checked for a platform admin.';

ALTER TABLE public.system_settings ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON TABLE public.system_settings TO sb_tenant;
GRANT SELECT ON TABLE public.system_settings TO sb_gate;

GRANT INSERT(key) ON TABLE public.system_settings TO sb_gate;

GRANT INSERT(value),UPDATE(value) ON TABLE public.system_settings TO sb_gate;

GRANT INSERT(description),UPDATE(description) ON TABLE public.system_settings TO sb_gate;

GRANT INSERT(is_public),UPDATE(is_public) ON TABLE public.system_settings TO sb_gate;
