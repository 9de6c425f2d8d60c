-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.accounts() RETURNS TABLE(id uuid, email text, full_name text, created_at timestamp with time zone, last_sign_in_at timestamp with time zone, banned_until timestamp with time zone, has_password boolean, sessions integer)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform seal_private.assert_own_accounts();
    return query
        select u.id, u.email, p.full_name, u.created_at, u.last_sign_in_at, u.banned_until,
               u.password_proof is not null,
               (select count(*)::int from auth.sessions s
                 where s.user_id = u.id and s.revoked_at is null
                   and least(s.not_after, s.not_idle_after) > clock_timestamp())
          from auth.users u join public.profiles p on p.id = u.id
         order by lower(u.email);
end $$;

ALTER FUNCTION core.accounts() OWNER TO sb_gate;

COMMENT ON FUNCTION core.accounts() IS 'Every person who can sign in, with the number of their sessions. For the installer: no login may call it.';

REVOKE ALL ON FUNCTION core.accounts() FROM PUBLIC;
