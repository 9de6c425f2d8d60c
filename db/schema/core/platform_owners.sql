-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.platform_owners() RETURNS TABLE(org_id uuid, name text, user_id uuid, full_name text, email text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select o.id, o.name, m.user_id, p.full_name, p.email
      from public.organizations o
      join public.org_members m on m.org_id = o.id and m.role = 'owner'
      join public.profiles p on p.id = m.user_id
     where o.id = '00000000-0000-0000-0000-000000000000'
     order by m.joined_at, m.user_id limit 1
$$;

ALTER FUNCTION core.platform_owners() OWNER TO sb_gate;

COMMENT ON FUNCTION core.platform_owners() IS 'The platform with its first owner, where one was appointed. For the installer: no login may call it.';

REVOKE ALL ON FUNCTION core.platform_owners() FROM PUBLIC;
