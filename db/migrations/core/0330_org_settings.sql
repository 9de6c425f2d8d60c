-- migrate:up

-- What an agency decides for itself: its stop switch, the approval threshold, model choice, budgets, retention.
create table public.org_settings (
    org_id     uuid not null,
    id         uuid not null default seal.new_id(),
    key        text not null,
    value      jsonb not null,
    updated_by uuid default seal.user_id(),
    reason     text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint org_settings_pkey primary key (org_id, id),
    constraint org_settings_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint org_settings_key_key unique (org_id, key),
    constraint org_settings_key_is_a_name check (key ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$' and length(key) <= 100)
);
comment on table public.org_settings is 'Settings of one organization, one row each.';
comment on column public.org_settings.updated_by is 'From the context, at every write.';
comment on column public.org_settings.reason is 'The reason for setting it, which settings that stop work ask for.';

-- Who wrote last is not the client's to say.
create function seal_private.stamp_updated_by() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    new.updated_by := seal.user_id();
    return new;
end $$;
select seal_private.admit('seal_private.stamp_updated_by()', 'sb_seal', '{}',
           'a trigger: who wrote last, from the context');
create trigger stamp_updated_by before update on public.org_settings
    for each row execute function seal_private.stamp_updated_by();

select seal_private.protect('public.org_settings', p_add => 'admin', p_change => 'admin',
    p_fixed => '{updated_by}', p_once => '{key}', p_most => '{"value": 100000}');

-- migrate:down
