-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.ensure_profile(p_user uuid, p_email text, p_full_name text, p_confirmed_at timestamp with time zone, p_at timestamp with time zone, p_mac bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform seal_private.assert_accounts_elsewhere();
    -- What was signed once would put an older address back: it ends after five minutes, on clocks as far apart.
    if (seal_private.is_vouched('accounts.elsewhere',
            array['ensure_profile', p_user::text, p_email, p_full_name, seal_private.vouched_moment(p_confirmed_at),
                  seal_private.vouched_moment(p_at)], p_mac)
        and p_at between clock_timestamp() - interval '5 minutes' and clock_timestamp() + interval '5 minutes')
       is not true then
        raise exception 'nobody vouches for this' using errcode = '28000';
    end if;
    perform seal_private.ensure_profile(p_user, p_email, p_full_name, p_confirmed_at);
end $$;

ALTER FUNCTION seal_auth.ensure_profile(p_user uuid, p_email text, p_full_name text, p_confirmed_at timestamp with time zone, p_at timestamp with time zone, p_mac bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.ensure_profile(p_user uuid, p_email text, p_full_name text, p_confirmed_at timestamp with time zone, p_at timestamp with time zone, p_mac bytea) IS 'The profile of a person whom another auth server keeps. Confirmed: since when it knows that the address is theirs (Supabase: email_confirmed_at of the user, and never a claim of the token); null: they only say so. At: when it was asked; five minutes later that counts no more, so whoever has seen a MAC can put an older address back within these and not after. The MAC is over the word ensure_profile and every argument before it. Raises CredentialRefusedError where nobody vouches, NotAllowedError where accounts are ours.';

REVOKE ALL ON FUNCTION seal_auth.ensure_profile(p_user uuid, p_email text, p_full_name text, p_confirmed_at timestamp with time zone, p_at timestamp with time zone, p_mac bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.ensure_profile(p_user uuid, p_email text, p_full_name text, p_confirmed_at timestamp with time zone, p_at timestamp with time zone, p_mac bytea) TO sb_auth;
