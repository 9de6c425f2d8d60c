-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.identities_of(p_user uuid) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return coalesce((select jsonb_agg(jsonb_build_object(
                         'id', i.id, 'provider', i.provider, 'provider_id', i.provider_id, 'email', i.email,
                         'email_verified', i.email_verified, 'full_name', i.full_name,
                         'last_sign_in_at', i.last_sign_in_at, 'created_at', i.created_at,
                         'updated_at', i.updated_at) order by i.created_at, i.id)
                       from auth.identities i where i.user_id = p_user), '[]');
end $$;

ALTER FUNCTION seal_private.identities_of(p_user uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.identities_of(p_user uuid) IS 'the accounts at providers that a person is shown';

REVOKE ALL ON FUNCTION seal_private.identities_of(p_user uuid) FROM PUBLIC;
