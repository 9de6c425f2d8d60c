-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.ensure_profile(p_user uuid, p_email text, p_full_name text, p_confirmed_at timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform seal_private.assert_accounts_elsewhere();
    perform seal_private.ensure_profile(p_user, p_email, p_full_name, p_confirmed_at);
end $$;

ALTER FUNCTION seal_auth.ensure_profile(p_user uuid, p_email text, p_full_name text, p_confirmed_at timestamp with time zone) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.ensure_profile(p_user uuid, p_email text, p_full_name text, p_confirmed_at timestamp with time zone) IS 'The profile of a person whom another auth server vouches for. Confirmed: since when it knows that the address is theirs (Supabase: email_confirmed_at of the user, and never a claim of the token); null: they only say so. Raises NotAllowedError where accounts are ours.';

REVOKE ALL ON FUNCTION seal_auth.ensure_profile(p_user uuid, p_email text, p_full_name text, p_confirmed_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.ensure_profile(p_user uuid, p_email text, p_full_name text, p_confirmed_at timestamp with time zone) TO sb_auth;
