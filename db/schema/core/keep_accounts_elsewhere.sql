-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.keep_accounts_elsewhere(p_elsewhere boolean, p_key bytea) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if p_elsewhere is distinct from (p_key is not null) then
        raise exception 'elsewhere: say true with a key, or false without' using errcode = '22004';
    end if;
    if not p_elsewhere and not seal_private.owns_auth() then
        raise exception 'accounts are kept by the auth server of this database' using errcode = '0A000';
    end if;
    perform seal_private.keep_vouching_key('accounts.elsewhere', p_key);
    if p_elsewhere then
        perform system.record_for('00000000-0000-0000-0000-000000000000', 'accounts.key_made', 'profiles', null,
            '{}');
    end if;
    if not seal_private.owns_auth() then
        return 0;   -- people are there already
    end if;
    if p_elsewhere then
        insert into seal_private.accounts_elsewhere (is_so) values (true) on conflict do nothing;
    else
        delete from seal_private.accounts_elsewhere;
    end if;
    if not found then
        return 0;
    end if;
    update auth.sessions s set revoked_at = clock_timestamp(), revoked_why = 'accounts moved'
     where s.revoked_at is null;
    -- an address is proven where the accounts are: the same one may come again with another person
    update public.profiles p
       set email_confirmed_at = case when p_elsewhere then null
                                     else (select u.email_confirmed_at from auth.users u where u.id = p.id) end
     where p.email_confirmed_at is not null or not p_elsewhere;
    perform system.record_for('00000000-0000-0000-0000-000000000000', 'accounts.moved', 'profiles', null,
        jsonb_build_object('elsewhere', p_elsewhere));
    return seal_private.revoke_sessions();
end $$;

ALTER FUNCTION core.keep_accounts_elsewhere(p_elsewhere boolean, p_key bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION core.keep_accounts_elsewhere(p_elsewhere boolean, p_key bytea) IS 'Gives the signing in of people to an auth server that is not in this database, with the key by which the process vouches for what that one says, or takes it back, without a key; all sessions end, and addresses count as proven again once the other one says so. Where it is so already, the key alone is replaced, and what the one before signed counts no more; so it is where schema auth is another''s. Returns how many tokens are void by it. Taking back raises AccountsElsewhereError there. For the installer: no login may call it.';

REVOKE ALL ON FUNCTION core.keep_accounts_elsewhere(p_elsewhere boolean, p_key bytea) FROM PUBLIC;
