-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.deliveries (
    org_id uuid NOT NULL,
    id uuid DEFAULT seal.new_id() NOT NULL,
    template text NOT NULL,
    recipient text,
    locale text NOT NULL,
    params jsonb DEFAULT '{}'::jsonb NOT NULL,
    status text DEFAULT 'queued'::text NOT NULL,
    attempts smallint DEFAULT 0 NOT NULL,
    message_id text,
    error text,
    resource_type text,
    resource_id uuid,
    job_id uuid NOT NULL,
    sent_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT deliveries_attempts_counted CHECK ((attempts >= 0)),
    CONSTRAINT deliveries_locale_is_a_tag CHECK ((locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text)),
    CONSTRAINT deliveries_params_are_texts CHECK (((jsonb_typeof(params) = 'object'::text) AND (NOT (params @? 'strict $.*?(@.type() != "string")'::jsonpath)))),
    CONSTRAINT deliveries_params_in_one_line CHECK ((replace((params)::text, '\\'::text, ''::text) !~ '\\[bfnrtu]|[\u007f-\u009f\u2028\u2029]'::text)),
    CONSTRAINT deliveries_recipient_is_an_address CHECK (((recipient ~ '^[^@\s\u007f-\u009f]+@[^@\s\u007f-\u009f]+$'::text) AND (length(recipient) <= 320))),
    CONSTRAINT deliveries_resource_known CHECK ((resource_type = ANY (ARRAY['one_time_tokens'::text, 'invitations'::text]))),
    CONSTRAINT deliveries_resource_whole CHECK ((num_nulls(resource_type, resource_id) = ANY (ARRAY[0, 2]))),
    CONSTRAINT deliveries_sent_at_a_time CHECK (((status = 'sent'::text) = (sent_at IS NOT NULL))),
    CONSTRAINT deliveries_status_known CHECK ((status = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'void'::text]))),
    CONSTRAINT deliveries_template_known CHECK ((template = ANY (ARRAY['signup_confirm'::text, 'signup_known'::text, 'recover'::text, 'magic_link'::text, 'otp_code'::text, 'reauthenticate'::text, 'email_change_old'::text, 'email_change_new'::text, 'password_changed'::text, 'sessions_ended'::text, 'invitation'::text, 'sign_in_new_device'::text, 'factors_changed'::text, 'recovery_code_used'::text, 'passkey_added'::text, 'passkey_removed'::text, 'passkey_copied'::text, 'identity_added'::text, 'identity_removed'::text]))),
    CONSTRAINT deliveries_void_has_no_recipient CHECK (((status = 'void'::text) = (recipient IS NULL)))
);

ALTER TABLE ONLY public.deliveries FORCE ROW LEVEL SECURITY;

ALTER TABLE public.deliveries OWNER TO sb_owner;

COMMENT ON TABLE public.deliveries IS 'Mails and what became of them. Written by seal_private.send_mail(), sent by the job that it enqueues.';

COMMENT ON COLUMN public.deliveries.recipient IS 'Null: the address has no account, and nothing is sent (void).';

COMMENT ON COLUMN public.deliveries.locale IS 'The language it is written in.';

COMMENT ON COLUMN public.deliveries.params IS 'Names, times and a device that the text shows: texts of one line each, and never a secret.';

COMMENT ON COLUMN public.deliveries.status IS 'queued, until it is sent or will not be tried again (failed); void: there is nobody to send it to.';

COMMENT ON COLUMN public.deliveries.attempts IS 'The number of times that its job began to send it.';

COMMENT ON COLUMN public.deliveries.message_id IS 'The Message-ID, made of the row''s id: of two copies people and programs see that they are one.';

COMMENT ON COLUMN public.deliveries.error IS 'The reason why the last attempt failed.';

COMMENT ON COLUMN public.deliveries.resource_id IS 'The row that its link opens; null: it has no such link.';

COMMENT ON COLUMN public.deliveries.job_id IS 'The job that sends it (public.jobs). A plain column: jobs go.';

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_job_key UNIQUE (org_id, job_id);

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_pkey PRIMARY KEY (org_id, id);

CREATE INDEX deliveries_created_idx ON public.deliveries USING btree (created_at);

CREATE INDEX deliveries_org_created_idx ON public.deliveries USING btree (org_id, created_at DESC, id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF recipient, locale, message_id, error, sent_at, created_at, updated_at ON public.deliveries FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_deliveries();

CREATE TRIGGER bounds_params BEFORE UPDATE OF params ON public.deliveries FOR EACH ROW WHEN ((new.params IS NOT NULL)) EXECUTE FUNCTION seal_private.bounds_of_public_deliveries('params');

CREATE TRIGGER status_moves_along BEFORE UPDATE OF status ON public.deliveries FOR EACH ROW WHEN ((old.status <> new.status)) EXECUTE FUNCTION seal_private.move_along('deliveries_status_moves_along', 'queued: sent failed', 'failed: queued');

CREATE TRIGGER touch BEFORE UPDATE ON public.deliveries FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_org_fkey FOREIGN KEY (org_id) REFERENCES public.organizations(id) ON DELETE CASCADE;

ALTER TABLE public.deliveries ENABLE ROW LEVEL SECURITY;

CREATE POLICY mailing ON public.deliveries TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY mailing ON public.deliveries IS 'Functions write mails of their own organization or of the platform, and one reads that of the open job.';

CREATE POLICY tenant_floor ON public.deliveries AS RESTRICTIVE TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org))) WITH CHECK ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_floor ON public.deliveries IS 'Rows of the open context''s organization, or none.';

CREATE POLICY tenant_read ON public.deliveries FOR SELECT TO sb_tenant USING ((org_id = ( SELECT seal.org(3) AS org)));

COMMENT ON POLICY tenant_read ON public.deliveries IS 'admin and above read.';

GRANT SELECT,DELETE ON TABLE public.deliveries TO sb_gate;

GRANT SELECT(org_id) ON TABLE public.deliveries TO sb_tenant;
GRANT INSERT(org_id) ON TABLE public.deliveries TO sb_gate;

GRANT SELECT(id) ON TABLE public.deliveries TO sb_tenant;
GRANT INSERT(id) ON TABLE public.deliveries TO sb_gate;

GRANT SELECT(template) ON TABLE public.deliveries TO sb_tenant;
GRANT INSERT(template) ON TABLE public.deliveries TO sb_gate;

GRANT SELECT(recipient) ON TABLE public.deliveries TO sb_tenant;
GRANT INSERT(recipient) ON TABLE public.deliveries TO sb_gate;

GRANT SELECT(locale) ON TABLE public.deliveries TO sb_tenant;
GRANT INSERT(locale) ON TABLE public.deliveries TO sb_gate;

GRANT SELECT(params) ON TABLE public.deliveries TO sb_tenant;
GRANT INSERT(params) ON TABLE public.deliveries TO sb_gate;

GRANT SELECT(status) ON TABLE public.deliveries TO sb_tenant;
GRANT INSERT(status),UPDATE(status) ON TABLE public.deliveries TO sb_gate;

GRANT SELECT(attempts) ON TABLE public.deliveries TO sb_tenant;
GRANT UPDATE(attempts) ON TABLE public.deliveries TO sb_gate;

GRANT SELECT(message_id) ON TABLE public.deliveries TO sb_tenant;
GRANT UPDATE(message_id) ON TABLE public.deliveries TO sb_gate;

GRANT SELECT(error) ON TABLE public.deliveries TO sb_tenant;
GRANT UPDATE(error) ON TABLE public.deliveries TO sb_gate;

GRANT SELECT(resource_type) ON TABLE public.deliveries TO sb_tenant;
GRANT INSERT(resource_type) ON TABLE public.deliveries TO sb_gate;

GRANT SELECT(resource_id) ON TABLE public.deliveries TO sb_tenant;
GRANT INSERT(resource_id) ON TABLE public.deliveries TO sb_gate;

GRANT SELECT(job_id) ON TABLE public.deliveries TO sb_tenant;
GRANT INSERT(job_id) ON TABLE public.deliveries TO sb_gate;

GRANT SELECT(sent_at) ON TABLE public.deliveries TO sb_tenant;
GRANT UPDATE(sent_at) ON TABLE public.deliveries TO sb_gate;

GRANT SELECT(created_at) ON TABLE public.deliveries TO sb_tenant;

GRANT SELECT(updated_at) ON TABLE public.deliveries TO sb_tenant;
