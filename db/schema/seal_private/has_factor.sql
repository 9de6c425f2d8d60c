-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.has_factor(p_user uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return exists (select from auth.factors f where f.user_id = p_user and f.verified_at is not null);
end $$;

ALTER FUNCTION seal_private.has_factor(p_user uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.has_factor(p_user uuid) IS 'true if a second step is needed';

REVOKE ALL ON FUNCTION seal_private.has_factor(p_user uuid) FROM PUBLIC;
