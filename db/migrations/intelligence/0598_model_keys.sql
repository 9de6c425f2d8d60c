-- migrate:up

-- An organization's own keys at vendors of models, used by its jobs in place of the installation's. Whoever sets one
-- cannot read it again, and neither can anybody else: only a worker, inside a job of the organization, is given it.
create table public.model_keys (
    org_id     uuid not null,
    id         uuid not null default seal.new_id(),
    vendor     text not null,
    secret     text not null,
    set_by     uuid default seal.user_id(),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint model_keys_pkey primary key (org_id, id),
    constraint model_keys_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint model_keys_vendor_key unique (org_id, vendor),
    constraint model_keys_vendor_known check (vendor in ('openai', 'anthropic')),
    constraint model_keys_secret_is_a_word check (secret ~ '^[!-~]+$' and length(secret) between 8 and 1000)
);
comment on table public.model_keys is 'Keys of the organization at vendors of models, one for each.';
comment on column public.model_keys.vendor is 'openai stands for every OpenAI-compatible endpoint.';
comment on column public.model_keys.secret is
    'The key as the vendor gave it: requests need it whole. No tenant reads it; a backup holds it.';
comment on column public.model_keys.set_by is 'The person who set it last, from the context.';

select seal_private.protect('public.model_keys', p_read => 'admin', p_add => null, p_change => null, p_remove => null,
    p_hidden => '{secret}');
grant select (org_id, id, vendor, secret), insert (org_id, vendor, secret), update (secret, set_by), delete
on public.model_keys to sb_gate;
create policy setting on public.model_keys to sb_gate using (true) with check (true);
select seal_private.deviate('policy', 'public.model_keys', 'setting',
           'Functions set, remove and hand out the key of the open organization.');

create function intelligence.set_model_key(p_vendor text, p_secret text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_org constant uuid := seal.org(3);
begin
    if v_org is null then
        raise exception 'only an admin sets the keys of an organization' using errcode = '42501';
    end if;
    -- Looked at before the row is written: what the server says of a row that breaks a rule would hold the key.
    if (p_vendor in ('openai', 'anthropic')) is not true then
        raise exception 'no such vendor'
            using errcode = '23514', schema = 'public', table = 'model_keys', column = 'vendor',
                constraint = 'model_keys_vendor_known';
    end if;
    if (p_secret ~ '^[!-~]+$' and length(p_secret) between 8 and 1000) is not true then
        raise exception 'this is no key'
            using errcode = '23514', schema = 'public', table = 'model_keys', column = 'secret',
                constraint = 'model_keys_secret_is_a_word';
    end if;
    insert into public.model_keys as k (org_id, vendor, secret) values (v_org, p_vendor, p_secret)
    on conflict (org_id, vendor) do update set secret = excluded.secret, set_by = seal.user_id();
    perform system.record('model_key.set', 'model_keys', p_vendor);
end $$;
comment on function intelligence.set_model_key(text, text) is
    'Sets the open organization''s key at a vendor, or replaces it. Recorded in the audit log, without the key.';

create function intelligence.remove_model_key(p_vendor text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_org constant uuid := seal.org(3);
begin
    if v_org is null then
        raise exception 'only an admin removes the keys of an organization' using errcode = '42501';
    end if;
    delete from public.model_keys k where k.org_id = v_org and k.vendor = p_vendor;
    if not found then
        return false;
    end if;
    perform system.record('model_key.removed', 'model_keys', p_vendor);
    return true;
end $$;
comment on function intelligence.remove_model_key(text) is
    'Removes the open organization''s key at a vendor. Recorded in the audit log. False: there is none.';

create function intelligence.model_key(p_vendor text) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_context constant text[] := seal_private.context();
begin
    if (v_context[1] = 'job') is not true then
        raise exception 'a key of a model is for jobs alone' using errcode = '42501';
    end if;
    return (select k.secret from public.model_keys k where k.org_id = v_context[3]::uuid and k.vendor = p_vendor);
end $$;
comment on function intelligence.model_key(text) is
    'The open organization''s key at a vendor, inside a job of it. Null: it has none.';

select seal_private.admit('intelligence.set_model_key(text, text)', 'sb_gate', '{sb_api}',
           'no tenant may write a key unseen by the audit log'),
       seal_private.admit('intelligence.remove_model_key(text)', 'sb_gate', '{sb_api}',
           'no tenant may remove a key unseen by the audit log'),
       seal_private.admit('intelligence.model_key(text)', 'sb_gate', '{sb_worker}',
           'a job needs the key that nobody reads');

-- migrate:down
