-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.idempotency_keys (
    org_id uuid NOT NULL,
    actor uuid NOT NULL,
    key text NOT NULL,
    request_sha256 bytea NOT NULL,
    status integer,
    location text,
    body bytea,
    expires_at timestamp with time zone DEFAULT (now() + '24:00:00'::interval) NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT idempotency_keys_key_given CHECK (((key ~ '^[ -~]+$'::text) AND (length(key) <= 255))),
    CONSTRAINT idempotency_keys_request_is_sha256 CHECK ((octet_length(request_sha256) = 32)),
    CONSTRAINT idempotency_keys_status_in_range CHECK (((status >= 200) AND (status <= 299)))
);

ALTER TABLE ONLY public.idempotency_keys FORCE ROW LEVEL SECURITY;

ALTER TABLE public.idempotency_keys OWNER TO sb_owner;

COMMENT ON TABLE public.idempotency_keys IS 'Answers of requests that came with a key of their own, for a day. Functions alone read and write it.';

COMMENT ON COLUMN public.idempotency_keys.actor IS 'The API key or person of the context: a colleague with the same key is another one.';

COMMENT ON COLUMN public.idempotency_keys.request_sha256 IS 'Of method, path and body: another request is no repeat.';

COMMENT ON COLUMN public.idempotency_keys.body IS 'The answer. Null where it showed a secret, or is longer than 64 kB: then it is not said twice.';

ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_pkey PRIMARY KEY (org_id, actor, key);

CREATE INDEX idempotency_keys_expires_idx ON public.idempotency_keys USING btree (expires_at);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF key, request_sha256, location, body, expires_at, created_at, updated_at ON public.idempotency_keys FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_idempotency_keys();

CREATE TRIGGER touch BEFORE UPDATE ON public.idempotency_keys FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE public.idempotency_keys ENABLE ROW LEVEL SECURITY;

CREATE POLICY keeping ON public.idempotency_keys TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY keeping ON public.idempotency_keys IS 'Functions keep and repeat the answers of the actor of the context, in the open organization.';

CREATE POLICY tenant_floor ON public.idempotency_keys AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(1) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(1) AS org)));

COMMENT ON POLICY tenant_floor ON public.idempotency_keys IS 'Rows of the open context''s organization, or none.';

GRANT SELECT,DELETE ON TABLE public.idempotency_keys TO sb_gate;

GRANT INSERT(org_id) ON TABLE public.idempotency_keys TO sb_gate;

GRANT INSERT(actor) ON TABLE public.idempotency_keys TO sb_gate;

GRANT INSERT(key) ON TABLE public.idempotency_keys TO sb_gate;

GRANT INSERT(request_sha256),UPDATE(request_sha256) ON TABLE public.idempotency_keys TO sb_gate;

GRANT UPDATE(status) ON TABLE public.idempotency_keys TO sb_gate;

GRANT UPDATE(location) ON TABLE public.idempotency_keys TO sb_gate;

GRANT UPDATE(body) ON TABLE public.idempotency_keys TO sb_gate;

GRANT UPDATE(expires_at) ON TABLE public.idempotency_keys TO sb_gate;
