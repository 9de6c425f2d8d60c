-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.factors_of(p_user uuid) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return coalesce((select jsonb_agg(jsonb_build_object(
                         'id', f.id, 'friendly_name', f.friendly_name, 'factor_type', f.kind,
                         'status', case when f.verified_at is null then 'unverified' else 'verified' end,
                         'created_at', f.created_at, 'updated_at', f.updated_at) order by f.created_at, f.id)
                       from auth.factors f where f.user_id = p_user), '[]');
end $$;

ALTER FUNCTION seal_private.factors_of(p_user uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.factors_of(p_user uuid) IS 'the factors that a person is shown';

REVOKE ALL ON FUNCTION seal_private.factors_of(p_user uuid) FROM PUBLIC;
