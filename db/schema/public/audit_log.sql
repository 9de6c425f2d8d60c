-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.audit_log (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    user_id uuid,
    actor_kind text NOT NULL,
    is_said boolean DEFAULT false NOT NULL,
    action text NOT NULL,
    resource_type text,
    resource_id text,
    ip inet,
    user_agent text,
    detail jsonb DEFAULT '{}'::jsonb NOT NULL,
    chain_no bigint,
    prev_hash bytea,
    hash bytea,
    address_salt bytea,
    address_digest bytea,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT audit_log_action_is_a_name CHECK (((action ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$'::text) AND (length(action) <= 100))),
    CONSTRAINT audit_log_actor_known CHECK ((actor_kind = ANY (ARRAY['session'::text, 'key'::text, 'link'::text, 'job'::text, 'system'::text, 'billing'::text, 'installer'::text, 'nobody'::text]))),
    CONSTRAINT audit_log_chain_begins_with_1 CHECK ((chain_no > 0)),
    CONSTRAINT audit_log_chained_whole CHECK ((num_nulls(chain_no, prev_hash, hash, address_digest) = ANY (ARRAY[0, 4]))),
    CONSTRAINT audit_log_detail_is_object CHECK ((jsonb_typeof(detail) = 'object'::text)),
    CONSTRAINT audit_log_hashes_are_sha256 CHECK (((octet_length(prev_hash) = 32) AND (octet_length(hash) = 32) AND (octet_length(address_digest) = 32))),
    CONSTRAINT audit_log_user_agent_is_short CHECK ((length(user_agent) <= 500))
);

ALTER TABLE ONLY public.audit_log FORCE ROW LEVEL SECURITY;

ALTER TABLE public.audit_log OWNER TO sb_owner;

COMMENT ON TABLE public.audit_log IS 'Security events, one row each, append only.';

COMMENT ON COLUMN public.audit_log.user_id IS 'A person''s id; a plain column, so that it outlives their membership.';

COMMENT ON COLUMN public.audit_log.actor_kind IS 'The kind of the context it happened in; installer: the database''s owner, without one; nobody: a stranger, of whom nothing is known but the network.';

COMMENT ON COLUMN public.audit_log.is_said IS 'True if the tenant''s own program said so (system.record_event): that it happened is its word. False: the function that did it wrote it.';

COMMENT ON COLUMN public.audit_log.chain_no IS 'The place in the chain of its organization, from 1 on without gaps. Null until it is chained.';

COMMENT ON COLUMN public.audit_log.prev_hash IS 'The hash of the event before it; zeros for the first.';

COMMENT ON COLUMN public.audit_log.hash IS 'sha256 over what seal_private.chain_events() lists.';

COMMENT ON COLUMN public.audit_log.address_salt IS 'Random; null: the address was erased, or it is not chained yet.';

COMMENT ON COLUMN public.audit_log.address_digest IS 'sha256 over the salt, ip and user_agent; it outlives all three.';

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_chain_key UNIQUE (org_id, chain_no);

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_pkey PRIMARY KEY (org_id, id);

CREATE INDEX audit_log_org_created_idx ON public.audit_log USING btree (org_id, created_at DESC, id);

CREATE INDEX audit_log_unchained_idx ON public.audit_log USING btree (org_id, created_at, id) WHERE (chain_no IS NULL);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF action, resource_type, resource_id, user_agent, chain_no, prev_hash, hash, address_salt, address_digest, created_at ON public.audit_log FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_audit_log();

CREATE TRIGGER bounds_detail BEFORE UPDATE OF detail ON public.audit_log FOR EACH ROW WHEN ((new.detail IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_audit_log('detail');

CREATE TRIGGER event_stays BEFORE UPDATE ON public.audit_log FOR EACH ROW WHEN ((((((((((((old.org_id IS DISTINCT FROM new.org_id) OR (old.id IS DISTINCT FROM new.id)) OR (old.user_id IS DISTINCT FROM new.user_id)) OR (old.actor_kind IS DISTINCT FROM new.actor_kind)) OR (old.is_said IS DISTINCT FROM new.is_said)) OR (old.action IS DISTINCT FROM new.action)) OR (old.resource_type IS DISTINCT FROM new.resource_type)) OR (old.resource_id IS DISTINCT FROM new.resource_id)) OR ((old.detail)::text IS DISTINCT FROM (new.detail)::text)) OR (old.created_at IS DISTINCT FROM new.created_at)) OR ((old.chain_no IS NULL) AND ((old.ip IS DISTINCT FROM new.ip) OR (old.user_agent IS DISTINCT FROM new.user_agent))) OR ((old.chain_no IS NOT NULL) AND (((((old.chain_no IS DISTINCT FROM new.chain_no) OR (old.prev_hash IS DISTINCT FROM new.prev_hash)) OR (old.hash IS DISTINCT FROM new.hash)) OR (old.address_digest IS DISTINCT FROM new.address_digest)) OR ((((old.ip IS DISTINCT FROM new.ip) OR (old.user_agent IS DISTINCT FROM new.user_agent)) OR (old.address_salt IS DISTINCT FROM new.address_salt)) AND (num_nonnulls(new.ip, new.user_agent, new.address_salt) > 0)))))) EXECUTE FUNCTION seal_private.refuse('audit_log_events_stay', 'an event stays as it was recorded: only its address is erased');

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE public.audit_log ENABLE ROW LEVEL SECURITY;

CREATE POLICY chaining ON public.audit_log FOR UPDATE TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY chaining ON public.audit_log IS 'A function gives events their place in the chain, and one erases addresses.';

CREATE POLICY chaining_reads ON public.audit_log FOR SELECT TO sb_gate USING (true);

COMMENT ON POLICY chaining_reads ON public.audit_log IS 'The chain goes on in every organization that has new events.';

CREATE POLICY recording ON public.audit_log FOR INSERT TO sb_gate WITH CHECK (true);

COMMENT ON POLICY recording ON public.audit_log IS 'Functions record for the organization of the context, or for the one they have just made.';

CREATE POLICY tenant_floor ON public.audit_log AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_floor ON public.audit_log IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.audit_log FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_read ON public.audit_log IS 'admin and above read.';

GRANT SELECT ON TABLE public.audit_log TO sb_gate;

GRANT SELECT(org_id) ON TABLE public.audit_log TO sb_tenant;
GRANT INSERT(org_id) ON TABLE public.audit_log TO sb_gate;

GRANT SELECT(id) ON TABLE public.audit_log TO sb_tenant;

GRANT SELECT(user_id) ON TABLE public.audit_log TO sb_tenant;
GRANT INSERT(user_id) ON TABLE public.audit_log TO sb_gate;

GRANT SELECT(actor_kind) ON TABLE public.audit_log TO sb_tenant;
GRANT INSERT(actor_kind) ON TABLE public.audit_log TO sb_gate;

GRANT SELECT(is_said) ON TABLE public.audit_log TO sb_tenant;
GRANT INSERT(is_said) ON TABLE public.audit_log TO sb_gate;

GRANT SELECT(action) ON TABLE public.audit_log TO sb_tenant;
GRANT INSERT(action) ON TABLE public.audit_log TO sb_gate;

GRANT SELECT(resource_type) ON TABLE public.audit_log TO sb_tenant;
GRANT INSERT(resource_type) ON TABLE public.audit_log TO sb_gate;

GRANT SELECT(resource_id) ON TABLE public.audit_log TO sb_tenant;
GRANT INSERT(resource_id) ON TABLE public.audit_log TO sb_gate;

GRANT SELECT(ip) ON TABLE public.audit_log TO sb_tenant;
GRANT INSERT(ip),UPDATE(ip) ON TABLE public.audit_log TO sb_gate;

GRANT SELECT(user_agent) ON TABLE public.audit_log TO sb_tenant;
GRANT INSERT(user_agent),UPDATE(user_agent) ON TABLE public.audit_log TO sb_gate;

GRANT SELECT(detail) ON TABLE public.audit_log TO sb_tenant;
GRANT INSERT(detail) ON TABLE public.audit_log TO sb_gate;

GRANT SELECT(chain_no) ON TABLE public.audit_log TO sb_tenant;
GRANT UPDATE(chain_no) ON TABLE public.audit_log TO sb_gate;

GRANT SELECT(prev_hash) ON TABLE public.audit_log TO sb_tenant;
GRANT UPDATE(prev_hash) ON TABLE public.audit_log TO sb_gate;

GRANT SELECT(hash) ON TABLE public.audit_log TO sb_tenant;
GRANT UPDATE(hash) ON TABLE public.audit_log TO sb_gate;

GRANT SELECT(address_salt) ON TABLE public.audit_log TO sb_tenant;
GRANT UPDATE(address_salt) ON TABLE public.audit_log TO sb_gate;

GRANT SELECT(address_digest) ON TABLE public.audit_log TO sb_tenant;
GRANT UPDATE(address_digest) ON TABLE public.audit_log TO sb_gate;

GRANT SELECT(created_at) ON TABLE public.audit_log TO sb_tenant;
