-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.send_mail(p_org uuid, p_template text, p_recipient text, p_locale text, p_params jsonb, p_token uuid DEFAULT NULL::uuid) RETURNS uuid
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_delivery constant uuid := seal.new_id();
    v_job      constant uuid := seal.new_id();
    v_params   jsonb := jsonb_strip_nulls(coalesce(p_params, '{}'));
begin
    -- A header that a browser sends is cleaned; a name is refused, for a person chose it.
    if v_params ? 'user_agent' then
        v_params := v_params || jsonb_build_object('user_agent', left(regexp_replace(
            v_params ->> 'user_agent', '[\u0001-\u001f\u007f-\u009f\u2028\u2029]+', ' ', 'g'), 200));
    end if;
    insert into public.deliveries (org_id, id, template, recipient, locale, params, status, resource_type,
                                   resource_id, job_id)
    select p_org, v_delivery, p_template, p_recipient,
           case when p_locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$' then p_locale else o.locale end, v_params,
           case when p_recipient is null then 'void' else 'queued' end,
           case when p_token is null then null when p_template = 'invitation' then 'invitations'
                else 'one_time_tokens' end,
           p_token, v_job
      from public.organizations o where o.id = p_org;
    insert into public.jobs (org_id, id, job_type, payload, priority, max_attempts, requested_rank)
    values (p_org, v_job, 'system.mail', jsonb_build_object('delivery', v_delivery), 10, 10, 1);
    return v_delivery;
end $_$;

ALTER FUNCTION seal_private.send_mail(p_org uuid, p_template text, p_recipient text, p_locale text, p_params jsonb, p_token uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.send_mail(p_org uuid, p_template text, p_recipient text, p_locale text, p_params jsonb, p_token uuid) IS 'Writes a mail and the job that sends it, with the caller''s transaction; returns the delivery. A recipient of null is an address without an account: the same statements, the same time, and nothing is sent. Locale: the person''s; null, or no tag of a language: the organization''s. Params: texts of one line, without a secret; see docs/how-to/send-mail.md. Token: the row of auth.one_time_tokens (of an invitation: its id) whose secret the link carries, as seal_private.base64url() of the 32 bytes.';

REVOKE ALL ON FUNCTION seal_private.send_mail(p_org uuid, p_template text, p_recipient text, p_locale text, p_params jsonb, p_token uuid) FROM PUBLIC;
