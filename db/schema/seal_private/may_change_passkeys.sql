-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.may_change_passkeys(p_person uuid, p_session uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return not seal_private.has_factor(p_person)
           or (select s.aal from auth.sessions s where s.id = p_session) = 2;
end $$;

ALTER FUNCTION seal_private.may_change_passkeys(p_person uuid, p_session uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.may_change_passkeys(p_person uuid, p_session uuid) IS 'a session that waits changes no passkey';

REVOKE ALL ON FUNCTION seal_private.may_change_passkeys(p_person uuid, p_session uuid) FROM PUBLIC;
