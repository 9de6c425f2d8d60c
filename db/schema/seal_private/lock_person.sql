-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.lock_person(p_user uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform from auth.users u where u.id = p_user for update;
end $$;

ALTER FUNCTION seal_private.lock_person(p_user uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.lock_person(p_user uuid) IS 'changes of a person''s factors wait';

REVOKE ALL ON FUNCTION seal_private.lock_person(p_user uuid) FROM PUBLIC;
