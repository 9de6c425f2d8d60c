-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.ways_in(p_user uuid) RETURNS integer
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return (select count(*)::int from auth.users u where u.id = p_user and u.password_proof is not null)
           + (select count(*)::int from auth.identities i where i.user_id = p_user)
           + (select count(*)::int from auth.passkeys k where k.user_id = p_user);
end $$;

ALTER FUNCTION seal_private.ways_in(p_user uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.ways_in(p_user uuid) IS 'nobody removes the last way in';

REVOKE ALL ON FUNCTION seal_private.ways_in(p_user uuid) FROM PUBLIC;
