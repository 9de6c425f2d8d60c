-- migrate:up

-- What programs of tenants may say themselves: of what no function does. It is a list, so that nobody says what only
-- functions write.
create table system.event_actions (
    action     text not null,
    least_rank smallint not null,
    meaning    text not null,
    constraint event_actions_pkey primary key (action),
    constraint event_actions_action_is_a_name
        check (action ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$' and length(action) <= 100),
    constraint event_actions_least_rank_known check (least_rank between 0 and 4)
);
comment on table system.event_actions is
    'The events that system.record_event() takes, and from whom. Migrations write it.';
comment on column system.event_actions.least_rank is
    'viewer 1, member 2, admin 3, owner 4, and above; 0: guests alone, each of the link that they hold.';
insert into system.event_actions (action, least_rank, meaning) values
    ('link.viewed', 0, 'a guest looked at what the link shows'),
    ('link.downloaded', 0, 'a guest took a copy of what the link shows'),
    ('request.refused', 1, 'somebody asked for something that their rank does not allow'),
    ('file.read', 1, 'somebody opened a file'),
    ('proposal.exported', 2, 'somebody took a copy of a proposal'),
    ('knowledge.forgotten', 3, 'somebody removed a source of knowledge, with its passages and its file'),
    ('proposal.answered', 2, 'somebody answered a question about a proposal, or took the answer back'),
    ('proposal.sentence_resolved', 2, 'somebody resolved a judged sentence of a proposal, or took that back'),
    ('proposal.approved', 2, 'somebody approved a proposal'),
    ('proposal.sent', 2, 'somebody marked a proposal as sent'),
    ('audit_log.exported', 3, 'somebody took a copy of the audit log');
select seal_private.close('system.event_actions', 'sb_owner'), seal_private.bound('system.event_actions');
grant select on system.event_actions to sb_tenant, sb_gate;
create policy anyone_reads on system.event_actions for select to sb_tenant, sb_gate using (true);
select seal_private.deviate('table', 'system.event_actions', 'org_id',
           'A list of the schema belongs to no organization.'),
       seal_private.deviate('policy', 'system.event_actions', 'anyone_reads',
           'Everybody may see the events that tenants may record.'),
       seal_private.deviate('key', 'system.event_actions', 'event_actions_pkey',
           'A name of the schema; tenants cannot insert.');

create function system.record_event(p_action text, p_resource_type text, p_resource_id text,
                                    p_detail jsonb default '{}', p_ip inet default null,
                                    p_user_agent text default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_context constant text[] := seal_private.context();
    v_link    constant text := case when v_context[1] = 'link' then v_context[5] end;
begin
    if (v_context[3] <> '') is not true then
        raise exception 'no organization is open' using errcode = '28000';
    end if;
    if not exists (select from system.event_actions e
                    where e.action = p_action and e.least_rank <= v_context[4]::int
                      and (e.least_rank = 0) = (v_link is not null)) then
        raise exception 'no event that this rank may record: see system.event_actions' using errcode = '42501';
    end if;
    if v_link is not null and (p_resource_type, p_resource_id) is distinct from ('share_links', v_link) then
        raise exception 'a guest records events of their own link' using errcode = '42501';
    end if;
    insert into public.audit_log (org_id, user_id, actor_kind, is_said, action, resource_type, resource_id, ip,
                                  user_agent, detail)
    values (v_context[3]::uuid, nullif(v_context[2], '')::uuid, v_context[1], true, p_action, p_resource_type,
            p_resource_id, p_ip, left(p_user_agent, 500), coalesce(p_detail, '{}'));
end $$;
comment on function system.record_event(text, text, text, jsonb, inet, text) is
    'Appends to the audit log of the open organization what no function does, from the list of system.event_actions '
    'and marked as said by the tenant. Who and as what comes from the context; a guest speaks of their own link alone.';

select seal_private.admit('system.record_event(text, text, text, jsonb, inet, text)', 'sb_gate', '{sb_tenant}',
           'no tenant may insert into the audit log, or say who it was');

-- migrate:down
