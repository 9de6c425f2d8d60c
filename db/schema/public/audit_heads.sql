-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.audit_heads (
    org_id uuid NOT NULL,
    chain_no bigint DEFAULT 0 NOT NULL,
    hash bytea DEFAULT decode(repeat('00'::text, 32), 'hex'::text) NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT audit_heads_chain_no_not_negative CHECK ((chain_no >= 0)),
    CONSTRAINT audit_heads_hash_is_sha256 CHECK ((octet_length(hash) = 32))
)
WITH (fillfactor='50');

ALTER TABLE ONLY public.audit_heads FORCE ROW LEVEL SECURITY;

ALTER TABLE public.audit_heads OWNER TO sb_owner;

COMMENT ON TABLE public.audit_heads IS 'The end of the chain of each organization''s audit log. Its row is locked while the chain is continued.';

COMMENT ON COLUMN public.audit_heads.chain_no IS 'The number of the newest chained event; 0: none yet.';

COMMENT ON COLUMN public.audit_heads.hash IS 'The hash of that event; zeros: none yet.';

ALTER TABLE ONLY public.audit_heads
    ADD CONSTRAINT audit_heads_pkey PRIMARY KEY (org_id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF chain_no, hash, created_at, updated_at ON public.audit_heads FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_audit_heads();

CREATE TRIGGER head_moves_on BEFORE UPDATE ON public.audit_heads FOR EACH ROW WHEN (((old.org_id <> new.org_id) OR (old.chain_no > new.chain_no) OR ((old.chain_no = new.chain_no) AND (old.hash <> new.hash)))) EXECUTE FUNCTION seal_private.refuse('audit_heads_move_on', 'a head only moves on');

CREATE TRIGGER touch BEFORE UPDATE ON public.audit_heads FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.audit_heads
    ADD CONSTRAINT audit_heads_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE public.audit_heads ENABLE ROW LEVEL SECURITY;

CREATE POLICY chaining ON public.audit_heads TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY chaining ON public.audit_heads IS 'The chain goes on in every organization that has new events.';

CREATE POLICY tenant_floor ON public.audit_heads AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_floor ON public.audit_heads IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.audit_heads FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_read ON public.audit_heads IS 'admin and above read.';

GRANT SELECT ON TABLE public.audit_heads TO sb_gate;

GRANT SELECT(org_id) ON TABLE public.audit_heads TO sb_tenant;
GRANT INSERT(org_id) ON TABLE public.audit_heads TO sb_gate;

GRANT SELECT(chain_no) ON TABLE public.audit_heads TO sb_tenant;
GRANT UPDATE(chain_no) ON TABLE public.audit_heads TO sb_gate;

GRANT SELECT(hash) ON TABLE public.audit_heads TO sb_tenant;
GRANT UPDATE(hash) ON TABLE public.audit_heads TO sb_gate;

GRANT SELECT(created_at) ON TABLE public.audit_heads TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.audit_heads TO sb_tenant;
