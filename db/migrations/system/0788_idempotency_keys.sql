-- migrate:up

-- A program that lost an answer sends its request again, under the same key, and gets the answer that it lost. The key
-- and what the request did are one transaction: there is no state in between, and a request that failed leaves no key.
create table public.idempotency_keys (
    org_id         uuid not null,
    actor          uuid not null,
    key            text not null,
    request_sha256 bytea not null,
    status         int,
    location       text,
    body           bytea,
    expires_at     timestamptz not null default now() + interval '24 hours',
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    constraint idempotency_keys_pkey primary key (org_id, actor, key),
    constraint idempotency_keys_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint idempotency_keys_key_given check (key ~ '^[ -~]+$' and length(key) <= 255),
    constraint idempotency_keys_request_is_sha256 check (octet_length(request_sha256) = 32),
    constraint idempotency_keys_status_in_range check (status between 200 and 299)
);
comment on table public.idempotency_keys is
    'Answers of requests that came with a key of their own, for a day. Functions alone read and write it.';
comment on column public.idempotency_keys.actor is
    'The API key or person of the context: a colleague with the same key is another one.';
comment on column public.idempotency_keys.request_sha256 is 'Of method, path and body: another request is no repeat.';
comment on column public.idempotency_keys.body is
    'The answer. Null where it showed a secret, or is longer than 64 kB: then it is not said twice.';
create index idempotency_keys_expires_idx on public.idempotency_keys (expires_at);     -- removing

select seal_private.protect('public.idempotency_keys', p_read => null, p_add => null, p_change => null,
    p_remove => null, p_floor => 'viewer', p_most => '{"body": 65536, "location": 2000}');
grant select, insert (org_id, actor, key, request_sha256),
    update (request_sha256, status, location, body, expires_at), delete on public.idempotency_keys to sb_gate;
create policy keeping on public.idempotency_keys to sb_gate using (true) with check (true);
select seal_private.deviate('policy', 'public.idempotency_keys', 'keeping',
           'Functions keep and repeat the answers of the actor of the context, in the open organization.');

create function system.claim_key(p_key text, p_request bytea, out is_new boolean, out is_same boolean, out status int,
                                 out location text, out body bytea)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_org   constant uuid := seal.org(1);
    v_actor constant uuid := coalesce(seal.subject('key'), seal.user_id());
begin
    if v_org is null or v_actor is null then
        raise exception 'members and their keys alone repeat a request' using errcode = '42501';
    end if;
    -- A key that is over is a new one, though nobody has removed it yet.
    delete from public.idempotency_keys k
     where k.org_id = v_org and k.actor = v_actor and k.key = p_key and k.expires_at <= now();
    -- Of two at once the second waits here until the first has committed, or is gone.
    insert into public.idempotency_keys (org_id, actor, key, request_sha256) values (v_org, v_actor, p_key, p_request)
    on conflict do nothing;
    is_new := found;
    if not is_new then
        select k.request_sha256 = p_request, k.status, k.location, k.body
          into is_same, claim_key.status, claim_key.location, claim_key.body
          from public.idempotency_keys k where k.org_id = v_org and k.actor = v_actor and k.key = p_key;
    end if;
end $$;
comment on function system.claim_key(text, bytea) is
    'Claims a key for the request whose sha256 this is. If the key is not new: true if it was the same request, and '
    'the answer that was kept of it.';

create function system.keep_answer(p_key text, p_status int, p_location text, p_body bytea) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update public.idempotency_keys k set status = p_status, location = p_location, body = p_body
     where k.org_id = seal.org(1) and k.actor = coalesce(seal.subject('key'), seal.user_id()) and k.key = p_key
       and k.status is null;
end $$;
comment on function system.keep_answer(text, int, text, bytea) is
    'Keeps the answer of the request that has claimed the key, once. A null body is not repeated.';

-- Keys that are over, the oldest first, of all organizations.
create function seal_private.purge_idempotency_keys(p_limit int) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
    with over as materialized (
        select o.org_id, o.actor, o.key from public.idempotency_keys o
         where o.expires_at <= now() order by o.expires_at limit p_limit for update skip locked
    ), removed as (
        delete from public.idempotency_keys k using over o
         where k.org_id = o.org_id and k.actor = o.actor and k.key = o.key returning 1
    )
    select count(*) from removed
$$;
select seal_private.admit('seal_private.purge_idempotency_keys(integer)', 'sb_gate', '{sb_queue}',
           'keys that are over are removed', 'all');

select seal_private.admit('system.claim_key(text, bytea)', 'sb_gate', '{sb_api}',
           'an answer is repeated to the actor of the context alone'),
       seal_private.admit('system.keep_answer(text, integer, text, bytea)', 'sb_gate', '{sb_api}',
           'an answer is kept for the actor of the context alone');

-- migrate:down
