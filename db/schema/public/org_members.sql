-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.org_members (
    org_id uuid NOT NULL,
    user_id uuid NOT NULL,
    role text NOT NULL,
    joined_at timestamp with time zone DEFAULT now() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT org_members_role_known CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'member'::text, 'viewer'::text])))
);

ALTER TABLE ONLY public.org_members FORCE ROW LEVEL SECURITY;

ALTER TABLE public.org_members OWNER TO sb_owner;

COMMENT ON TABLE public.org_members IS 'Memberships and their ranks: viewer < member < admin < owner.';

ALTER TABLE ONLY public.org_members
    ADD CONSTRAINT org_members_pkey PRIMARY KEY (org_id, user_id);

CREATE INDEX org_members_user_idx ON public.org_members USING btree (user_id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF joined_at, created_at, updated_at ON public.org_members FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_org_members();

CREATE TRIGGER touch BEFORE UPDATE ON public.org_members FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.org_members
    ADD CONSTRAINT org_members_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.org_members
    ADD CONSTRAINT org_members_user_fkey FOREIGN KEY (user_id) REFERENCES public.profiles(id) ON DELETE RESTRICT;

CREATE POLICY membership ON public.org_members TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY membership ON public.org_members IS 'core''s functions write memberships; each checks the context and the ranks first.';

CREATE POLICY openings_read ON public.org_members FOR SELECT TO sb_seal USING (true);

COMMENT ON POLICY openings_read ON public.org_members IS 'An opening looks the membership up before there is a context.';

ALTER TABLE public.org_members ENABLE ROW LEVEL SECURITY;

CREATE POLICY own_memberships ON public.org_members FOR SELECT TO sb_tenant USING ((user_id = ( SELECT seal.person() AS person)));

COMMENT ON POLICY own_memberships ON public.org_members IS 'A person between organizations sees their own memberships.';

CREATE POLICY tenant_floor ON public.org_members AS RESTRICTIVE TO sb_tenant USING (((org_id = ( SELECT seal.org(1) AS org)) OR (user_id = ( SELECT seal.person() AS person)))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.org_members IS 'A person between organizations sees their own memberships.';

CREATE POLICY tenant_read ON public.org_members FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_read ON public.org_members IS 'viewer and above read.';

GRANT SELECT ON TABLE public.org_members TO sb_seal;
GRANT SELECT,DELETE ON TABLE public.org_members TO sb_gate;

GRANT SELECT(org_id) ON TABLE public.org_members TO sb_tenant;
GRANT INSERT(org_id) ON TABLE public.org_members TO sb_gate;

GRANT SELECT(user_id) ON TABLE public.org_members TO sb_tenant;
GRANT INSERT(user_id) ON TABLE public.org_members TO sb_gate;

GRANT SELECT(role) ON TABLE public.org_members TO sb_tenant;
GRANT INSERT(role),UPDATE(role) ON TABLE public.org_members TO sb_gate;

GRANT SELECT(joined_at) ON TABLE public.org_members TO sb_tenant;

GRANT SELECT(created_at) ON TABLE public.org_members TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.org_members TO sb_tenant;
