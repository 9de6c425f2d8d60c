-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.ensure_profile(p_user uuid, p_email text, p_full_name text, p_confirmed_at timestamp with time zone) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    insert into public.profiles as p (id, email, email_confirmed_at, full_name)
    values (p_user, p_email, p_confirmed_at, coalesce(p_full_name, ''))
    on conflict (id) do update
       set email = case when excluded.email_confirmed_at is null then p.email else excluded.email end,
           email_confirmed_at = excluded.email_confirmed_at
     where (p.email, p.email_confirmed_at) is distinct from (excluded.email, excluded.email_confirmed_at)
$$;

ALTER FUNCTION seal_private.ensure_profile(p_user uuid, p_email text, p_full_name text, p_confirmed_at timestamp with time zone) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.ensure_profile(p_user uuid, p_email text, p_full_name text, p_confirmed_at timestamp with time zone) IS 'The profile of a person. Confirmed: since when it is known that the address is theirs; null: they only say so, and it counts for nothing.';

REVOKE ALL ON FUNCTION seal_private.ensure_profile(p_user uuid, p_email text, p_full_name text, p_confirmed_at timestamp with time zone) FROM PUBLIC;
