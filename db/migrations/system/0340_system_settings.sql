-- migrate:up

-- Settings of the whole installation: stop switches, feature flags. The platform's admins write them.
create table public.system_settings (
    key         text not null,
    value       jsonb not null,
    description text not null default '',
    is_public   boolean not null default false,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    constraint system_settings_pkey primary key (key),
    constraint system_settings_key_is_a_name
        check (key ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$' and length(key) <= 100)
);
comment on table public.system_settings is 'Settings of the installation, one row each.';
comment on column public.system_settings.is_public is 'Every context may read it; others only the platform''s admins.';

create trigger touch before update on public.system_settings for each row execute function seal_private.touch();
select seal_private.close('public.system_settings'), seal_private.bound('public.system_settings', '{"value": 100000}');
grant select on public.system_settings to sb_tenant;
grant select, insert (key, value, description, is_public), update (value, description, is_public)
   on public.system_settings to sb_gate;

create policy public_settings on public.system_settings for select to sb_tenant
    using (is_public and (select seal.kind()) is not null);
create policy platform_admins on public.system_settings for select to sb_tenant
    using ((select seal.org(3)) = '00000000-0000-0000-0000-000000000000');
create policy setting on public.system_settings to sb_gate using (true) with check (true);
select seal_private.deviate('table', 'public.system_settings', 'org_id',
           'The installation''s settings belong to no organization.'),
       seal_private.deviate('key', 'public.system_settings', 'system_settings_pkey',
           'A setting''s name is no secret; tenants cannot insert.'),
       seal_private.deviate('policy', 'public.system_settings', 'public_settings',
           'Every context may read settings that are marked public.'),
       seal_private.deviate('policy', 'public.system_settings', 'platform_admins',
           'Admins of the platform, the organization of the nil uuid, read all.'),
       seal_private.deviate('policy', 'public.system_settings', 'setting',
           'system.set_setting() writes, after it has checked for a platform admin.');

create function system.set_setting(
    p_key text, p_value jsonb, p_description text default null, p_is_public boolean default null)
    returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if (seal.org(3) = '00000000-0000-0000-0000-000000000000') is not true then
        raise exception 'only an admin of the platform sets this' using errcode = '42501';
    end if;
    insert into public.system_settings as s (key, value, description, is_public)
    values (p_key, p_value, coalesce(p_description, ''), coalesce(p_is_public, false))
    on conflict (key) do update set value = excluded.value, description = coalesce(p_description, s.description),
                                    is_public = coalesce(p_is_public, s.is_public);
    perform system.record('system.setting_changed', 'system_settings', p_key, jsonb_build_object('value', p_value));
end $$;
comment on function system.set_setting(text, jsonb, text, boolean) is
    'Writes a setting of the installation, and who did it into the platform''s audit log. Null keeps description and '
    'is_public.';
select seal_private.admit('system.set_setting(text, jsonb, text, boolean)', 'sb_gate', '{sb_api}',
           'no tenant may write the installation''s settings');

-- migrate:down
