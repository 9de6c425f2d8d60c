-- migrate:up

-- Who runs the commands of an installation on its own machine acts as the owner of an organisation: the installer asks here
-- whom that would be, and the sign-in code starts the session, so that everything after goes through the seal.
create function core.organization_owners() returns table (org_id uuid, name text, user_id uuid, full_name text, email text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select distinct on (o.name, o.id) o.id, o.name, m.user_id, p.full_name, p.email
      from public.organizations o
      join public.org_members m on m.org_id = o.id and m.role = 'owner'
      join public.profiles p on p.id = m.user_id
     where o.id <> '00000000-0000-0000-0000-000000000000'
     order by o.name, o.id, m.joined_at, m.user_id
$$;
comment on function core.organization_owners() is 'Every organisation with its first owner. For the installer: no login may call it.';
select seal_private.admit('core.organization_owners()', 'sb_gate', '{}', 'the installer''s way to act in an organisation of its own installation');

-- migrate:down
