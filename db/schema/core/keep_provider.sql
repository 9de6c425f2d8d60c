-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.keep_provider(p_provider text, p_key bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_was_changed boolean;
begin
    perform seal_private.assert_own_accounts();
    v_was_changed := seal_private.keep_vouching_key('oauth.' || p_provider, p_key);
    -- whoever is on the way there comes back to nothing
    update auth.flows f set used_at = clock_timestamp() where f.provider = p_provider and f.used_at is null;
    perform system.record_for('00000000-0000-0000-0000-000000000000',
        case when p_key is null then 'accounts.provider_off' else 'accounts.provider_on' end, 'profiles', null,
        jsonb_build_object('provider', p_provider));
    return v_was_changed;
end $$;

ALTER FUNCTION core.keep_provider(p_provider text, p_key bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION core.keep_provider(p_provider text, p_key bytea) IS 'Turns sign-in by a provider on, with the key by which the process vouches for it, or off: null. False if it was off already. Raises AccountsElsewhereError. For the installer: no login may call it.';

REVOKE ALL ON FUNCTION core.keep_provider(p_provider text, p_key bytea) FROM PUBLIC;
