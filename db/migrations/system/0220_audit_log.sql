-- migrate:up

-- What happened that somebody may have to answer for. Appended by functions only; nobody changes or removes a row.
create table public.audit_log (
    org_id         uuid not null,
    id             uuid not null default seal.new_id(),
    user_id        uuid,
    actor_kind     text not null,
    is_said        boolean not null default false,
    action         text not null,
    resource_type  text,
    resource_id    text,
    ip             inet,
    user_agent     text,
    detail         jsonb not null default '{}',
    chain_no       bigint,
    prev_hash      bytea,
    hash           bytea,
    address_salt   bytea,
    address_digest bytea,
    created_at     timestamptz not null default now(),
    constraint audit_log_pkey primary key (org_id, id),
    constraint audit_log_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint audit_log_chain_key unique (org_id, chain_no),
    constraint audit_log_actor_known
        check (actor_kind in ('session', 'key', 'link', 'job', 'system', 'billing', 'installer',
                              'nobody')),
    constraint audit_log_action_is_a_name
        check (action ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$' and length(action) <= 100),
    constraint audit_log_user_agent_is_short check (length(user_agent) <= 500),
    constraint audit_log_detail_is_object check (jsonb_typeof(detail) = 'object'),
    constraint audit_log_chained_whole check (num_nulls(chain_no, prev_hash, hash, address_digest) in (0, 4)),
    constraint audit_log_chain_begins_with_1 check (chain_no > 0),
    constraint audit_log_hashes_are_sha256
        check (octet_length(prev_hash) = 32 and octet_length(hash) = 32 and octet_length(address_digest) = 32)
);
comment on table public.audit_log is 'Security events, one row each, append only.';
comment on column public.audit_log.user_id is 'A person''s id; a plain column, so that it outlives their membership.';
comment on column public.audit_log.actor_kind is
    'The kind of the context it happened in; installer: the database''s owner, without one; nobody: a stranger, of '
    'whom nothing is known but the network.';
comment on column public.audit_log.is_said is
    'True if the tenant''s own program said so (system.record_event): that it happened is its word. False: the '
    'function that did it wrote it.';
comment on column public.audit_log.chain_no is
    'The place in the chain of its organization, from 1 on without gaps. Null until it is chained.';
comment on column public.audit_log.prev_hash is 'The hash of the event before it; zeros for the first.';
comment on column public.audit_log.hash is 'sha256 over what seal_private.chain_events() lists.';
comment on column public.audit_log.address_salt is 'Random; null: the address was erased, or it is not chained yet.';
comment on column public.audit_log.address_digest is 'sha256 over the salt, ip and user_agent; it outlives all three.';
-- the page of an organization
create index audit_log_org_created_idx on public.audit_log (org_id, created_at desc, id);
-- chaining
create index audit_log_unchained_idx on public.audit_log (org_id, created_at, id) where chain_no is null;

select seal_private.protect('public.audit_log', p_read => 'admin', p_add => null, p_change => null, p_remove => null,
    p_most => '{"detail": 100000}');
grant insert (org_id, user_id, actor_kind, is_said, action, resource_type, resource_id, ip, user_agent, detail)
   on public.audit_log to sb_gate;
grant select, update (chain_no, prev_hash, hash, address_salt, address_digest, ip, user_agent)
   on public.audit_log to sb_gate;
create policy recording on public.audit_log for insert to sb_gate with check (true);
create policy chaining_reads on public.audit_log for select to sb_gate using (true);
create policy chaining on public.audit_log for update to sb_gate using (true) with check (true);
select seal_private.deviate('policy', 'public.audit_log', 'recording',
           'Functions record for the organization of the context, or for the one they have just made.'),
       seal_private.deviate('policy', 'public.audit_log', 'chaining_reads',
           'The chain goes on in every organization that has new events.'),
       seal_private.deviate('policy', 'public.audit_log', 'chaining',
           'A function gives events their place in the chain, and one erases addresses.');

-- Whoever may write the columns: an event stays as it was written, in its place, and its address is there or all of it
-- is erased. (Numbers in documents are compared as they are printed: 1.0 is not 1.00.)
create trigger event_stays before update on public.audit_log for each row
    when ((old.org_id, old.id, old.user_id, old.actor_kind, old.is_said, old.action, old.resource_type, old.resource_id,
           old.detail::text, old.created_at)
              is distinct from
          (new.org_id, new.id, new.user_id, new.actor_kind, new.is_said, new.action, new.resource_type, new.resource_id,
           new.detail::text, new.created_at)
          or (old.chain_no is null and (old.ip, old.user_agent) is distinct from (new.ip, new.user_agent))
          or (old.chain_no is not null
              and ((old.chain_no, old.prev_hash, old.hash, old.address_digest)
                       is distinct from (new.chain_no, new.prev_hash, new.hash, new.address_digest)
                   or ((old.ip, old.user_agent, old.address_salt)
                       is distinct from (new.ip, new.user_agent, new.address_salt)
                       and num_nonnulls(new.ip, new.user_agent, new.address_salt) > 0))))
    execute function seal_private.refuse(
        'audit_log_events_stay', 'an event stays as it was recorded: only its address is erased');

-- Recording -----------------------------------------------------------------------------------------------------------

-- What a function did it records itself, past the list: for functions of the same owner.
create function system.record(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb default '{}')
    returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_context constant text[] := seal_private.context();
begin
    if (v_context[3] <> '') is not true then
        raise exception 'no organization is open' using errcode = '28000';
    end if;
    insert into public.audit_log (org_id, user_id, actor_kind, action, resource_type, resource_id, detail)
    values (v_context[3]::uuid, nullif(v_context[2], '')::uuid, v_context[1], p_action, p_resource_type, p_resource_id,
            p_detail);
end $$;
comment on function system.record(text, text, text, jsonb) is
    'Appends to the audit log of the open organization, for the functions that do what is recorded.';

-- What the operator does is recorded where it happens, whether or not a context is open.
create function system.record_for(p_org uuid, p_action text, p_resource_type text, p_resource_id text, p_detail jsonb)
    returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
    insert into public.audit_log (org_id, user_id, actor_kind, action, resource_type, resource_id, detail)
    values (p_org, seal.user_id(), coalesce(seal.kind(), 'installer'), p_action, p_resource_type, p_resource_id,
            p_detail)
$$;

select seal_private.admit('system.record(text, text, text, jsonb)', 'sb_gate', '{}',
           'the actor comes from the context, the action from the function'),
       seal_private.admit('system.record_for(uuid, text, text, text, jsonb)', 'sb_gate', '{sb_queue}',
           'actions of the operator on an organization are in its audit log');

-- migrate:down
