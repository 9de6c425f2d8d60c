-- migrate:up

-- Mails on their way: written with their job in the transaction of their reason, so that neither is without the other.
-- Mail about signing in is the platform's. No row holds a secret: seal_auth's and core's functions name what a link
-- opens, and the database makes the link's secret for the job of the delivery (system.mail_secret()).
create table public.deliveries (
    org_id        uuid not null,
    id            uuid not null default seal.new_id(),
    template      text not null,
    recipient     text,
    locale        text not null,
    params        jsonb not null default '{}',
    status        text not null default 'queued',
    attempts      smallint not null default 0,
    message_id    text,
    error         text,
    resource_type text,
    resource_id   uuid,
    job_id        uuid not null,
    sent_at       timestamptz,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    constraint deliveries_pkey primary key (org_id, id),
    constraint deliveries_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint deliveries_job_key unique (org_id, job_id),
    constraint deliveries_template_known check (template in (
        'signup_confirm', 'signup_known', 'recover', 'magic_link', 'otp_code', 'reauthenticate', 'email_change_old',
        'email_change_new', 'password_changed', 'sessions_ended', 'invitation', 'sign_in_new_device',
        'factors_changed', 'recovery_code_used', 'passkey_added', 'passkey_removed', 'passkey_copied', 'identity_added',
        'identity_removed')),
    constraint deliveries_recipient_is_an_address
        check (recipient ~ '^[^@\s\u007f-\u009f]+@[^@\s\u007f-\u009f]+$' and length(recipient) <= 320),
    constraint deliveries_locale_is_a_tag check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
    constraint deliveries_params_are_texts
        check (jsonb_typeof(params) = 'object' and not params @? 'strict $.* ? (@.type() != "string")'),
    -- a line break in a name could begin a header, or a paragraph that says what we did not
    constraint deliveries_params_in_one_line
        check (replace(params::text, '\\', '') !~ '\\[bfnrtu]|[\u007f-\u009f\u2028\u2029]'),
    constraint deliveries_status_known check (status in ('queued', 'sent', 'failed', 'void')),
    constraint deliveries_void_has_no_recipient check ((status = 'void') = (recipient is null)),
    constraint deliveries_sent_at_a_time check ((status = 'sent') = (sent_at is not null)),
    constraint deliveries_attempts_counted check (attempts >= 0),
    constraint deliveries_resource_known check (resource_type in ('one_time_tokens', 'invitations')),
    constraint deliveries_resource_whole check (num_nulls(resource_type, resource_id) in (0, 2))
);
comment on table public.deliveries is
    'Mails and what became of them. Written by seal_private.send_mail(), sent by the job that it enqueues.';
comment on column public.deliveries.recipient is 'Null: the address has no account, and nothing is sent (void).';
comment on column public.deliveries.locale is 'The language it is written in.';
comment on column public.deliveries.params is
    'Names, times and a device that the text shows: texts of one line each, and never a secret.';
comment on column public.deliveries.status is
    'queued, until it is sent or will not be tried again (failed); void: there is nobody to send it to.';
comment on column public.deliveries.attempts is 'The number of times that its job began to send it.';
comment on column public.deliveries.message_id is
    'The Message-ID, made of the row''s id: of two copies people and programs see that they are one.';
comment on column public.deliveries.error is 'The reason why the last attempt failed.';
comment on column public.deliveries.resource_id is 'The row that its link opens; null: it has no such link.';
comment on column public.deliveries.job_id is 'The job that sends it (public.jobs). A plain column: jobs go.';

create index deliveries_org_created_idx on public.deliveries (org_id, created_at desc, id);     -- a page of them
create index deliveries_created_idx on public.deliveries (created_at);                          -- removing

select seal_private.protect('public.deliveries', p_read => 'admin', p_add => null, p_change => null, p_remove => null,
    p_most => '{"params": 10000}');
grant select, delete,
      insert (org_id, id, template, recipient, locale, params, status, resource_type, resource_id, job_id),
      update (status, attempts, message_id, error, sent_at)
   on public.deliveries to sb_gate;
create policy mailing on public.deliveries to sb_gate using (true) with check (true);
select seal_private.deviate('policy', 'public.deliveries', 'mailing',
           'Functions write mails of their own organization or of the platform, and one reads that of the open job.');

create trigger status_moves_along before update of status on public.deliveries for each row
    when (old.status <> new.status)
    execute function seal_private.move_along(
        'deliveries_status_moves_along', 'queued: sent failed', 'failed: queued');

-- The one way in which the job of a mail comes in: as nobody's, so that it outlives whoever caused it, with the least
-- rank that reads its own payload. (The type is reserved: no tenant enqueues it.)
create policy mailing on public.jobs for insert to sb_gate
    with check (job_type = 'system.mail' and unique_key is null and requested_by is null and requested_key is null
                and requested_rank = 1);
select seal_private.deviate('policy', 'public.jobs', 'mailing',
           'seal_private.send_mail() enqueues the job of a mail, in its organization.');

-- Sending -------------------------------------------------------------------------------------------------------------

create function seal_private.send_mail(p_org uuid, p_template text, p_recipient text, p_locale text, p_params jsonb,
                                       p_token uuid default null) returns uuid
language plpgsql set search_path = pg_catalog, pg_temp as $$
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
end $$;
comment on function seal_private.send_mail(uuid, text, text, text, jsonb, uuid) is
    'Writes a mail and the job that sends it, with the caller''s transaction; returns the delivery. A recipient of '
    'null is an address without an account: the same statements, the same time, and nothing is sent. Locale: the '
    'person''s; null, or no tag of a language: the organization''s. Params: texts of one line, without a secret; see '
    'docs/how-to/send-mail.md. Token: the row of auth.one_time_tokens (of an invitation: its id) whose secret the link '
    'carries, as seal_private.base64url() of the 32 bytes.';

-- The job -------------------------------------------------------------------------------------------------------------

-- The delivery of the open job, locked; of any other context nobody's.
create function system.own_delivery() returns public.deliveries
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_context  constant text[] := seal_private.context();
    v_delivery public.deliveries;
begin
    if (v_context[1] = 'system') is true then
        select * into v_delivery from public.deliveries d
         where d.org_id = v_context[3]::uuid and d.job_id = v_context[5]::uuid for no key update;
    end if;
    if v_delivery.id is null then
        raise exception 'a mail is for its own job alone' using errcode = '42501';
    end if;
    return v_delivery;
end $$;

create function system.begin_delivery()
    returns table (id uuid, template text, recipient text, locale text, params jsonb, attempts int,
                   resource_type text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_own constant public.deliveries := system.own_delivery();
begin
    -- one that failed is tried again when a person has said so of its job
    return query
        update public.deliveries d
           set status = 'queued', attempts = least(d.attempts + 1, 32767)
         where d.org_id = v_own.org_id and d.id = v_own.id and d.status in ('queued', 'failed')
        returning d.id, d.template, d.recipient, d.locale, d.params, d.attempts::int, d.resource_type;
end $$;
comment on function system.begin_delivery() is
    'The mail of the open job, to be sent now; counts the attempt. No row: it is sent, or there is nobody to send it '
    'to. Raises NotAllowedError in every context but that of its job.';

create function system.mail_secret() returns table (token text, code text, until timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_own    constant public.deliveries := system.own_delivery();
    v_secret bytea;
begin
    if v_own.status <> 'queued' then
        return;
    elsif v_own.resource_type = 'invitations' then
        foreach v_secret in array seal_private.mail_secrets('invitation.' || v_own.org_id || '.' || v_own.resource_id)
        loop
            token := seal_private.invitation_token(v_own.org_id, v_secret);
            if seal_private.is_good('invitation', sha256(convert_to(token, 'UTF8')), v_own.org_id) then
                until := (select i.expires_at from public.invitations i
                           where i.org_id = v_own.org_id and i.id = v_own.resource_id);
                return next;
                return;
            end if;
        end loop;
    elsif v_own.resource_type = 'one_time_tokens' then
        until := (select t.expires_at from auth.one_time_tokens t
                   where t.id = v_own.resource_id and t.used_at is null and t.expires_at > clock_timestamp());
        v_secret := seal_private.one_time_secret(v_own.resource_id);
        if until is not null and v_secret is not null then
            token := seal_private.base64url(v_secret);
            code := seal_private.mail_code(v_secret);
            return next;
        end if;
    end if;
end $$;
comment on function system.mail_secret() is
    'The secret that the link in the open job''s mail carries, the six digits beside it (null for an invitation), and '
    'until when both are good. No row: it has none, or what it opened is used, revoked or expired. Raises '
    'NotAllowedError in every context but that of the mail''s job.';

create function system.note_delivery(p_message_id text, p_error text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_own constant public.deliveries := system.own_delivery();
begin
    update public.deliveries d
       set status = case when p_error is null then 'sent' else d.status end,
           sent_at = case when p_error is null then queue.now() end, message_id = p_message_id, error = p_error
     where d.org_id = v_own.org_id and d.id = v_own.id and d.status = 'queued';
    if not found then
        raise exception 'the mail is not on its way' using errcode = '42501';
    end if;
end $$;
comment on function system.note_delivery(text, text) is
    'Records that the mail of the open job was sent, or (error) why this attempt failed. It has failed for good when '
    'its job has: see seal_private.end_delivery(). Raises NotAllowedError in every context but that of its job.';

-- A job that is cancelled, or dead by the queue's word, has no transaction in which it could say so of its mail. What
-- somebody holds is left alone: the queue waits for no tenant.
create function seal_private.end_delivery() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update public.deliveries d
       set status = 'failed', error = coalesce(d.error, new.error ->> 'reason', new.status)
     where d.ctid = any (array(select h.ctid from public.deliveries h
                                where h.org_id = new.org_id and h.job_id = new.id and h.status = 'queued'
                                  for no key update skip locked));
    return null;
end $$;
create trigger end_delivery after update of status on public.jobs
    for each row when (new.job_type = 'system.mail' and new.status in ('dead', 'cancelled')
                       and old.status <> new.status)
    execute function seal_private.end_delivery();

-- Addresses are kept no longer than the jobs.
create function seal_private.purge_deliveries(p_keep interval, p_limit int) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
    with old as materialized (
        select d.ctid as place from public.deliveries d
         where d.created_at < queue.now() - p_keep and d.status <> 'queued'
         order by d.created_at limit p_limit for update skip locked
    ), removed as (
        delete from public.deliveries d where d.ctid = any (array(select o.place from old o)) returning 1
    )
    select count(*) from removed
$$;

select seal_private.admit('seal_private.send_mail(uuid, text, text, text, jsonb, uuid)', 'sb_gate', '{}',
           'a mail and its job, for functions that check who asks'),
       seal_private.admit('system.own_delivery()', 'sb_gate', '{}', 'the mail of the open job, or nobody''s'),
       seal_private.admit('system.begin_delivery()', 'sb_gate', '{sb_worker}',
           'the open job''s own mail alone, which no tenant reads'),
       seal_private.admit('system.mail_secret()', 'sb_gate', '{sb_worker}',
           'the secret of a link is made for the job that sends it, and stored nowhere'),
       seal_private.admit('system.note_delivery(text, text)', 'sb_gate', '{sb_worker}',
           'the open job''s own mail alone'),
       seal_private.admit('seal_private.end_delivery()', 'sb_gate', '{}',
           'a trigger: a job that was ended for it has no transaction to say so in', 'all'),
       seal_private.admit('seal_private.purge_deliveries(interval, integer)', 'sb_gate', '{sb_queue}',
           'mails are removed with the jobs that sent them', 'all');

-- migrate:down
