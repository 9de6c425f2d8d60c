-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.add_identity(p_user uuid, p_provider text, p_subject text, p_email text, p_is_verified boolean, p_name text) RETURNS uuid
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_id uuid;
begin
    insert into auth.identities (user_id, provider, provider_id, email, email_verified, full_name, last_sign_in_at)
    values (p_user, p_provider, p_subject, p_email, coalesce(p_is_verified, false), coalesce(p_name, ''),
            clock_timestamp())
    on conflict (provider, provider_id) do nothing
    returning id into v_id;
    if v_id is null then
        return null;
    end if;
    perform seal_private.record_account(p_user, 'account.identity_added',
                jsonb_build_object('provider', p_provider, 'identity', v_id)),
            seal_private.mail_account(p_user, 'identity_added', jsonb_build_object('provider',
                case p_provider when 'google' then 'Google' else 'GitHub' end));
    return v_id;
end $$;

ALTER FUNCTION seal_private.add_identity(p_user uuid, p_provider text, p_subject text, p_email text, p_is_verified boolean, p_name text) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.add_identity(p_user uuid, p_provider text, p_subject text, p_email text, p_is_verified boolean, p_name text) IS 'adds an account at a provider to a person; its callers have seen what it takes';

REVOKE ALL ON FUNCTION seal_private.add_identity(p_user uuid, p_provider text, p_subject text, p_email text, p_is_verified boolean, p_name text) FROM PUBLIC;
