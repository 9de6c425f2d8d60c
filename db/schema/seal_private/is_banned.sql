-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.is_banned(p_user uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return exists (select from auth.users u where u.id = p_user and u.banned_until > clock_timestamp());
end $$;

ALTER FUNCTION seal_private.is_banned(p_user uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.is_banned(p_user uuid) IS 'a suspended account signs in nowhere';

REVOKE ALL ON FUNCTION seal_private.is_banned(p_user uuid) FROM PUBLIC;
