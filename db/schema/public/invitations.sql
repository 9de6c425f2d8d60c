-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.invitations (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    email text NOT NULL,
    role text NOT NULL,
    invited_by uuid,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT invitations_email_is_an_address CHECK (((email ~ '^[^@\s]+@[^@\s]+$'::text) AND (length(email) <= 320))),
    CONSTRAINT invitations_role_known CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'member'::text, 'viewer'::text])))
);

ALTER TABLE ONLY public.invitations FORCE ROW LEVEL SECURITY;

ALTER TABLE public.invitations OWNER TO sb_owner;

COMMENT ON TABLE public.invitations IS 'Open and accepted invitations; one that is taken back is deleted.';

COMMENT ON COLUMN public.invitations.email IS 'Only the person with this address can accept.';

COMMENT ON COLUMN public.invitations.invited_by IS 'A person''s id; a plain column, so that it outlives their membership.';

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_pkey PRIMARY KEY (org_id, id);

CREATE INDEX invitations_email_idx ON public.invitations USING btree (lower(email)) WHERE (accepted_at IS NULL);

CREATE UNIQUE INDEX invitations_open_email_key ON public.invitations USING btree (org_id, lower(email)) WHERE (accepted_at IS NULL);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF email, expires_at, accepted_at, created_at, updated_at ON public.invitations FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_invitations();

CREATE TRIGGER touch BEFORE UPDATE ON public.invitations FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE public.invitations ENABLE ROW LEVEL SECURITY;

CREATE POLICY membership ON public.invitations TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY membership ON public.invitations IS 'core''s functions write invitations; each checks the context or the proof first.';

CREATE POLICY own_invitations ON public.invitations FOR SELECT TO sb_tenant USING (((accepted_at IS NULL) AND (lower(email) = ( SELECT lower(p.email) AS lower
   FROM public.profiles p
  WHERE ((p.id = ( SELECT seal.person() AS person)) AND (p.email_confirmed_at IS NOT NULL))))));

COMMENT ON POLICY own_invitations ON public.invitations IS 'A person between organizations sees the invitations to their own address, once it is proven.';

CREATE POLICY tenant_floor ON public.invitations AS RESTRICTIVE TO sb_tenant USING (((org_id = ( SELECT seal.org(3) AS org)) OR (lower(email) = ( SELECT lower(p.email) AS lower
   FROM public.profiles p
  WHERE ((p.id = ( SELECT seal.person() AS person)) AND (p.email_confirmed_at IS NOT NULL)))))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_floor ON public.invitations IS 'A person between organizations sees the invitations to their own address, once it is proven.';

CREATE POLICY tenant_read ON public.invitations FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_read ON public.invitations IS 'admin and above read.';

GRANT SELECT,DELETE ON TABLE public.invitations TO sb_gate;

GRANT SELECT(org_id) ON TABLE public.invitations TO sb_tenant;
GRANT INSERT(org_id) ON TABLE public.invitations TO sb_gate;

GRANT SELECT(id) ON TABLE public.invitations TO sb_tenant;
GRANT INSERT(id) ON TABLE public.invitations TO sb_gate;

GRANT SELECT(email) ON TABLE public.invitations TO sb_tenant;
GRANT INSERT(email) ON TABLE public.invitations TO sb_gate;

GRANT SELECT(role) ON TABLE public.invitations TO sb_tenant;
GRANT INSERT(role) ON TABLE public.invitations TO sb_gate;

GRANT SELECT(invited_by) ON TABLE public.invitations TO sb_tenant;
GRANT INSERT(invited_by) ON TABLE public.invitations TO sb_gate;

GRANT SELECT(expires_at) ON TABLE public.invitations TO sb_tenant;
GRANT INSERT(expires_at) ON TABLE public.invitations TO sb_gate;

GRANT SELECT(accepted_at) ON TABLE public.invitations TO sb_tenant;
GRANT UPDATE(accepted_at) ON TABLE public.invitations TO sb_gate;

GRANT SELECT(created_at) ON TABLE public.invitations TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.invitations TO sb_tenant;
