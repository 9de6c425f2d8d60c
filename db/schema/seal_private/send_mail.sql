-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.send_mail(p_org uuid, p_template text, p_recipient text, p_locale text, p_params jsonb, p_token uuid DEFAULT NULL::uuid) RETURNS uuid
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_delivery constant uuid := seal.new_id();
    v_job      constant uuid := seal.new_id();
begin
    insert into public.deliveries (org_id, id, template, recipient, locale, params, status, resource_type,
                                   resource_id, job_id)
    select p_org, v_delivery, p_template, p_recipient, coalesce(p_locale, o.locale), coalesce(p_params, '{}'),
           case when p_recipient is null then 'void' else 'queued' end,
           case when p_token is null then null when p_template = 'invitation' then 'invitations'
                else 'one_time_tokens' end,
           p_token, v_job
      from public.organizations o where o.id = p_org;
    insert into public.jobs (org_id, id, job_type, payload, priority, max_attempts, requested_rank)
    values (p_org, v_job, 'system.mail', jsonb_build_object('delivery', v_delivery), 10, 10, 1);
    return v_delivery;
end $$;

ALTER FUNCTION seal_private.send_mail(p_org uuid, p_template text, p_recipient text, p_locale text, p_params jsonb, p_token uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.send_mail(p_org uuid, p_template text, p_recipient text, p_locale text, p_params jsonb, p_token uuid) IS 'Writes a mail and the job that sends it, with the caller''s transaction; returns the delivery. A recipient of null is an address without an account: the same statements, the same time, and nothing is sent. Locale: the person''s; null: the organization''s. Params: texts of one line, without a secret; see docs/how-to/send-mail.md. Token: the row of auth.one_time_tokens (of an invitation: its id) whose secret the link carries.';

REVOKE ALL ON FUNCTION seal_private.send_mail(p_org uuid, p_template text, p_recipient text, p_locale text, p_params jsonb, p_token uuid) FROM PUBLIC;
