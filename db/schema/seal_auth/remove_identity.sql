-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.remove_identity(p_proof bytea, p_identity uuid) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me       constant record := seal_private.person_of(p_proof);
    v_provider text;
begin
    perform seal_private.lock_person(v_me.person);      -- of two that go at once one is the last
    select i.provider into v_provider from auth.identities i where i.id = p_identity and i.user_id = v_me.person;
    if not found then
        return 'unknown';
    end if;
    if seal_private.ways_in(v_me.person) < 2 then
        return 'last';
    end if;
    delete from auth.identities i where i.id = p_identity;
    perform seal_private.record_account(v_me.person, 'account.identity_removed',
                jsonb_build_object('provider', v_provider, 'identity', p_identity)),
            seal_private.mail_account(v_me.person, 'identity_removed', jsonb_build_object('provider',
                case v_provider when 'google' then 'Google' else 'GitHub' end));
    return 'removed';
end $$;

ALTER FUNCTION seal_auth.remove_identity(p_proof bytea, p_identity uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.remove_identity(p_proof bytea, p_identity uuid) IS 'Removes an account at a provider from one''s own account: removed; unknown: one has none with this id; last: it is the only way in. Raises CredentialRefusedError, also before the second step.';

REVOKE ALL ON FUNCTION seal_auth.remove_identity(p_proof bytea, p_identity uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.remove_identity(p_proof bytea, p_identity uuid) TO sb_auth;
