-- migrate:up

-- What happened that somebody may have to answer for. Appended by functions only; nobody changes or removes a row.
create table public.audit_log (
    org_id        uuid not null,
    id            uuid not null default seal.new_id(),
    user_id       uuid,
    actor_kind    text not null,
    action        text not null,
    resource_type text,
    resource_id   text,
    ip            inet,
    user_agent    text,
    detail        jsonb not null default '{}',
    created_at    timestamptz not null default now(),
    constraint audit_log_pkey primary key (org_id, id),
    constraint audit_log_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint audit_log_actor_known check (actor_kind in ('session', 'key', 'link', 'job', 'system', 'billing', 'installer')),
    constraint audit_log_action_is_a_name check (action ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$' and length(action) <= 100),
    constraint audit_log_user_agent_is_short check (length(user_agent) <= 500),
    constraint audit_log_detail_is_object check (jsonb_typeof(detail) = 'object')
);
comment on table public.audit_log is 'Security events, one row each, append only.';
comment on column public.audit_log.user_id is 'A person''s id; a plain column, so that it outlives their membership.';
comment on column public.audit_log.actor_kind is 'The kind of the context it happened in; installer: the database''s owner, without one.';
create index audit_log_org_created_idx on public.audit_log (org_id, created_at desc, id);   -- the page of an organisation

select seal_private.protect('public.audit_log', p_read => 'admin', p_add => null, p_change => null, p_remove => null,
    p_most => '{"detail": 100000}');
grant insert (org_id, user_id, actor_kind, action, resource_type, resource_id, ip, user_agent, detail) on public.audit_log to sb_gate;
create policy recording on public.audit_log for insert to sb_gate with check (true);
select seal_private.deviate('policy', 'public.audit_log', 'recording', 'Functions record for the organisation of the context, or for the one they have just made.');

create function system.record_event(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb default '{}',
                                    p_ip inet default null, p_user_agent text default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_context constant text[] := seal_private.context();
begin
    if (v_context[3] <> '') is not true then
        raise exception 'no organisation is open' using errcode = '28000';
    end if;
    insert into public.audit_log (org_id, user_id, actor_kind, action, resource_type, resource_id, ip, user_agent, detail)
    values (v_context[3]::uuid, nullif(v_context[2], '')::uuid, v_context[1], p_action, p_resource_type, p_resource_id, p_ip,
            left(p_user_agent, 500), coalesce(p_detail, '{}'));
end $$;
comment on function system.record_event(text, text, text, jsonb, inet, text) is 'Appends to the audit log of the open organisation; who and as what comes from the context.';
grant usage on schema system to sb_gate;
select seal_private.admit('system.record_event(text, text, text, jsonb, inet, text)', 'sb_gate', '{sb_tenant}',
           'no tenant may insert into the audit log, or say who it was');

-- migrate:down
