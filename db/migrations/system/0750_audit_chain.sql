-- migrate:up

-- The audit log as a chain: every event carries the hash of the one before it, so that one that is changed, taken out
-- or put in afterwards is noticed by whoever computes the hashes anew (sealedbid audit-log verify, which asks none of
-- these functions).
--
--   hash      sha256 over the event's fields, its number and the hash before it
--   address   ip and user agent enter by a digest of their own with a random salt: they are erased, and the digest
--             stays. Without the salt nobody finds an IPv4 from its digest by trying all of them.
--   head      the number and hash of an organization's newest chained event, so that a tail that was cut off is noticed
--             too
--
-- Events are written without a place in the chain, so that no insert waits for another; queue.tick() gives them theirs
-- when they are committed. Whatever commits later comes later in the chain, however early it began.

create table public.audit_heads (
    org_id     uuid not null,
    chain_no   bigint not null default 0,
    hash       bytea not null default decode(repeat('00', 32), 'hex'),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint audit_heads_pkey primary key (org_id),
    constraint audit_heads_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint audit_heads_chain_no_not_negative check (chain_no >= 0),
    constraint audit_heads_hash_is_sha256 check (octet_length(hash) = 32)
) with (fillfactor = 50);
comment on table public.audit_heads is
    'The end of the chain of each organization''s audit log. Its row is locked while the chain is continued.';
comment on column public.audit_heads.chain_no is 'The number of the newest chained event; 0: none yet.';
comment on column public.audit_heads.hash is 'The hash of that event; zeros: none yet.';

select seal_private.protect('public.audit_heads', p_read => 'admin', p_add => null, p_change => null, p_remove => null);
grant select, insert (org_id), update (chain_no, hash) on public.audit_heads to sb_gate;
create policy chaining on public.audit_heads to sb_gate using (true) with check (true);
select seal_private.deviate('policy', 'public.audit_heads', 'chaining',
           'The chain goes on in every organization that has new events.');
create trigger head_moves_on before update on public.audit_heads for each row
    when (old.org_id <> new.org_id or old.chain_no > new.chain_no
          or (old.chain_no = new.chain_no and old.hash <> new.hash))
    execute function seal_private.refuse('audit_heads_move_on', 'a head only moves on');

-- Chaining ------------------------------------------------------------------------------------------------------------

-- Each text with its length before it and null unlike any text: no two lists of fields are written alike.
create function seal_private.digest_of(variadic p_fields text[]) returns bytea
language sql stable parallel safe set search_path = pg_catalog, pg_temp as $$
    select sha256(convert_to(string_agg(coalesce(octet_length(convert_to(f.field, 'UTF8')) || ':' || f.field, '-'), ''
                                        order by f.place), 'UTF8'))
      from unnest(p_fields) with ordinality f (field, place)
$$;
comment on function seal_private.digest_of(text[]) is
    'sha256 over texts, each as its length in bytes, a colon and itself in UTF-8; null as a hyphen.';

create function seal_private.chain_events(p_org uuid, p_limit int) returns bigint
language plpgsql set search_path = pg_catalog, pg_temp set jit = off set enable_seqscan = off as $$
declare
    v_head  public.audit_heads;
    v_event public.audit_log;
    v_count bigint := 0;
begin
    select * into strict v_head from public.audit_heads h where h.org_id = p_org for update;
    -- From here on nobody else chains here, and the next statement sees all that was chained before.
    for v_event in
        select * from public.audit_log a
         where a.org_id = p_org and a.chain_no is null
           and not queue.is_aside('chain', p_org, a.id)
         order by a.created_at, a.id limit p_limit
    loop
        v_event.address_salt := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
        v_event.address_digest := seal_private.digest_of(
            'sealedbid audit address 1', encode(v_event.address_salt, 'hex'), v_event.ip::text, v_event.user_agent);
        v_event.chain_no := v_head.chain_no + 1;
        v_event.prev_hash := v_head.hash;
        v_event.hash := seal_private.digest_of(
            'sealedbid audit event 2', v_event.org_id::text, v_event.chain_no::text, encode(v_event.prev_hash, 'hex'),
            v_event.id::text, to_char(v_event.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            v_event.user_id::text, v_event.actor_kind, v_event.is_said::text, v_event.action, v_event.resource_type,
            v_event.resource_id, v_event.detail::text, encode(v_event.address_digest, 'hex'));
        update public.audit_log a
           set chain_no = v_event.chain_no, prev_hash = v_event.prev_hash, hash = v_event.hash,
               address_salt = v_event.address_salt, address_digest = v_event.address_digest
         where a.org_id = p_org and a.id = v_event.id;
        v_head.chain_no := v_event.chain_no;
        v_head.hash := v_event.hash;
        v_count := v_count + 1;
    end loop;
    if v_count > 0 then
        update public.audit_heads h set chain_no = v_head.chain_no, hash = v_head.hash where h.org_id = p_org;
    end if;
    return v_count;
end $$;
comment on function seal_private.chain_events(uuid, int) is
    'Appends events of one organization to its chain, up to so many (null: all), by when they happened, but for what '
    'was put aside. It has to have a head. How many.';

-- The same, one by one: for an organization in which an event cannot be chained. That one is put aside, and the chain
-- goes on without it.
create function seal_private.chain_one_by_one(p_org uuid, p_limit int) returns bigint
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    v_count bigint := 0;
    v_state text;
    v_name  text;
    v_event uuid;
begin
    for i in 1 .. p_limit loop
        begin
            exit when seal_private.chain_events(p_org, 1) = 0;
            v_count := v_count + 1;
        exception when others then
            get stacked diagnostics v_state = returned_sqlstate, v_name = constraint_name;
            if queue.is_passing(v_state) then
                return v_count;
            end if;
            select a.id into v_event from public.audit_log a
             where a.org_id = p_org and a.chain_no is null
               and not queue.is_aside('chain', p_org, a.id)
             order by a.created_at, a.id limit 1;
            perform queue.put_aside('chain', p_org, v_event, concat_ws(' ', v_state, nullif(v_name, '')));
            exit when v_event is null;
        end;
    end loop;
    return v_count;
end $$;

-- Heads are made in the order of their ids, so that two who make them do not wait for each other in a circle.
create function seal_private.make_heads(p_orgs uuid[]) returns void
language sql set search_path = pg_catalog, pg_temp as $$
    insert into public.audit_heads (org_id)
    select o.id from public.organizations o where o.id = any (p_orgs) order by o.id for key share
    on conflict on constraint audit_heads_pkey do nothing
$$;

create function system.chain_audit_log(p_limit int default 1000) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp set jit = off set enable_seqscan = off as $$
declare
    v_orgs  uuid[];
    v_org   uuid;
    v_each  int;
    v_count bigint := 0;
begin
    -- From one organization to the next by the index; who has waited longest goes first.
    with recursive waiting as (
        (select a.org_id, a.created_at from public.audit_log a where a.chain_no is null
          order by a.org_id, a.created_at limit 1)
        union all
        select n.org_id, n.created_at
          from waiting w,
               lateral (select a.org_id, a.created_at from public.audit_log a
                         where a.chain_no is null and a.org_id > w.org_id
                         order by a.org_id, a.created_at limit 1) n
    )
    select array(select w.org_id from waiting w order by w.created_at, w.org_id limit p_limit) into v_orgs;
    perform seal_private.make_heads(v_orgs);
    -- Each has its share: one that has written a million events holds up nobody's chain.
    v_each := ceil(p_limit::numeric / greatest(cardinality(v_orgs), 1));
    foreach v_org in array v_orgs loop
        perform from public.audit_heads h where h.org_id = v_org for update skip locked;
        continue when not found;        -- somebody is at it
        begin
            v_count := v_count + seal_private.chain_events(v_org, v_each);
        exception when others then
            if queue.is_passing(sqlstate) then
                raise;
            end if;
            v_count := v_count + seal_private.chain_one_by_one(v_org, v_each);
        end;
    end loop;
    return v_count;
end $$;
comment on function system.chain_audit_log(int) is
    'Gives committed events of all organizations their place in the chain, about so many, the same number to each. '
    'How many.';

-- Erasing -------------------------------------------------------------------------------------------------------------

create function system.erase_addresses(p_org uuid, p_before timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp set jit = off set enable_seqscan = off as $$
declare
    v_count bigint;
begin
    if (seal_private.is_operator() or p_org = seal.org(4)) is not true then
        raise exception 'not allowed to erase this' using errcode = '42501';
    end if;
    if p_before is null then
        raise exception 'a time has to be given' using errcode = '22004';
    end if;
    perform seal_private.make_heads(array[p_org]);
    perform from public.audit_heads h where h.org_id = p_org for update;
    if not found then
        raise exception 'no such organization' using errcode = 'P0002';
    end if;
    -- What is not chained yet is chained first: the digest has to be made while there is an address.
    perform seal_private.chain_events(p_org, null);
    update public.audit_log a set ip = null, user_agent = null, address_salt = null
     where a.org_id = p_org and a.created_at < p_before and num_nonnulls(a.ip, a.user_agent) > 0;
    get diagnostics v_count = row_count;
    if v_count > 0 then
        perform system.record_for(p_org, 'audit_log.addresses_erased', 'audit_log', null,
                                  jsonb_build_object('before', p_before, 'events', v_count));
    end if;
    return v_count;
end $$;
comment on function system.erase_addresses(uuid, timestamptz) is
    'Erases ip and user agent of an organization''s events from before this time; the chain stays whole. For an '
    'owner, or the operator. Recorded in the audit log. Of how many events.';

select seal_private.admit('seal_private.digest_of(text[])', 'sb_seal', '{sb_gate}', 'a hash over fields'),
       seal_private.admit('seal_private.chain_events(uuid, integer)', 'sb_gate', '{}',
           'the chain of one organization goes on'),
       seal_private.admit('seal_private.chain_one_by_one(uuid, integer)', 'sb_gate', '{}',
           'the chain of one organization goes on past what was put aside'),
       seal_private.admit('seal_private.make_heads(uuid[])', 'sb_gate', '{}',
           'heads of organizations that have none yet'),
       seal_private.admit('system.chain_audit_log(integer)', 'sb_gate', '{sb_queue}',
           'the chain goes on in every organization that has new events'),
       seal_private.admit('system.erase_addresses(uuid, timestamptz)', 'sb_gate', '{sb_api}',
           'no tenant may write the audit log');

-- migrate:down
