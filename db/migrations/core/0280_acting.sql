-- migrate:up

-- Who runs the commands of an installation on its own machine acts as the owner of an organization: the installer asks
-- here whom that would be, and the sign-in code starts the session, so that everything after goes through the seal.
create function core.organization_owners()
    returns table (org_id uuid, name text, user_id uuid, full_name text, email text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select distinct on (o.name, o.id) o.id, o.name, m.user_id, p.full_name, p.email
      from public.organizations o
      join public.org_members m on m.org_id = o.id and m.role = 'owner'
      join public.profiles p on p.id = m.user_id
     where o.id <> '00000000-0000-0000-0000-000000000000'
     order by o.name, o.id, m.joined_at, m.user_id
$$;
comment on function core.organization_owners() is
    'Every organization with its first owner. For the installer: no login may call it.';

-- The platform's own log is read by an owner of the platform, as core.organization_owners() has them for the others.
create function core.platform_owners() returns table (org_id uuid, name text, user_id uuid, full_name text, email text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select o.id, o.name, m.user_id, p.full_name, p.email
      from public.organizations o
      join public.org_members m on m.org_id = o.id and m.role = 'owner'
      join public.profiles p on p.id = m.user_id
     where o.id = '00000000-0000-0000-0000-000000000000'
     order by m.joined_at, m.user_id limit 1
$$;
comment on function core.platform_owners() is
    'The platform with its first owner, where one was appointed. For the installer: no login may call it.';

-- Commands act as the owner of an organization. The log says whose doing that was, and the organization could not say
-- it.
create function system.record_acting(p_org uuid, p_user uuid, p_command text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
    select system.record_for(p_org, 'operator.acted', 'profiles', p_user::text,
                             jsonb_build_object('command', p_command))
$$;
comment on function system.record_acting(uuid, uuid, text) is
    'A command of the installation begins to act as this person. For the installer: no login may call it.';

select seal_private.admit('core.organization_owners()', 'sb_gate', '{}',
           'the installer''s way to act in an organization of its own installation'),
       seal_private.admit('core.platform_owners()', 'sb_gate', '{}',
           'the installer''s way to act in the platform''s organization'),
       seal_private.admit('system.record_acting(uuid, uuid, text)', 'sb_gate', '{}',
           'the installer''s doing is recorded as the installer''s');

-- migrate:down
