-- migrate:up

-- Programs that act for the agency. What people see of a key; the secret stands hashed in seal_private.credentials
-- (seal.issue), where it ranks no higher than its maker and falls with the maker's membership.
create table public.api_keys (
    org_id     uuid not null,
    id         uuid not null default seal.new_id(),
    name       text not null,
    prefix     text not null,
    scopes     text[] not null default '{}',
    created_by uuid default seal.user_id(),
    expires_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint api_keys_pkey primary key (org_id, id),
    constraint api_keys_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint api_keys_name_key unique (org_id, name),
    constraint api_keys_name_given check (btrim(name) <> '' and length(name) <= 100),
    constraint api_keys_prefix_is_short check (length(prefix) between 1 and 16),
    constraint api_keys_scopes_are_names
        check (array_to_string(scopes, ' ', '') ~ '^([a-z][a-z_]{0,40}:(read|write)( |$))*$')
);
comment on table public.api_keys is 'API keys as people see them; deleting one ends it.';
comment on column public.api_keys.prefix is 'A few characters of the secret, to tell keys apart in a list.';
comment on column public.api_keys.scopes is
    'Scopes that the key is for, as clients:read; none: for everything that its rank allows. The API asks for them, '
    'beside the rank, which the policies ask for.';
comment on column public.api_keys.created_by is 'The maker, from the context.';
comment on column public.api_keys.expires_at is 'The credential ends no later; a longer life is a new key.';

select seal_private.protect('public.api_keys', p_read => 'admin', p_add => 'admin', p_change => 'admin',
    p_fixed => '{created_by}', p_once => '{prefix, scopes, expires_at}');
grant select (org_id, id, created_by, expires_at, scopes) on public.api_keys to sb_seal;
create policy issuing on public.api_keys for select to sb_seal using (true);
select seal_private.deviate('policy', 'public.api_keys', 'issuing',
           'seal.issue() looks whether the key it issues for is in the open organization''s list.');

-- A key reads its own, which no member below an admin may.
create function seal.scopes() returns text[]
language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_context constant text[] := seal_private.context();
begin
    if v_context[1] = 'key' then
        return (select k.scopes from public.api_keys k
                 where k.org_id = v_context[3]::uuid and k.id = v_context[5]::uuid);
    end if;
    return null;
end $$;
comment on function seal.scopes() is
    'The scopes of the API key that opened the context; none: it is for everything. Null for another kind.';
select seal_private.admit('seal.scopes()', 'sb_seal', '{sb_tenant}', 'a key is told what it is for');

-- However the row goes, the secret goes with it.
create function seal_private.end_api_key() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform seal_private.revoke_subject('key', old.org_id, old.id);
    return null;
end $$;
select seal_private.admit('seal_private.end_api_key()', 'sb_gate', '{}',
           'a trigger: the credential of a deleted key ends with its row');
create trigger end_api_key after delete on public.api_keys for each row execute function seal_private.end_api_key();

-- migrate:down
