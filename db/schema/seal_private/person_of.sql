-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.person_of(p_proof bytea, OUT person uuid, OUT session uuid) RETURNS record
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform seal_private.assert_own_accounts();
    select o.user_id, o.session_id into person, session from seal_private.session_of(p_proof) o;
    if person is null or not exists (select from auth.users u where u.id = person) then
        raise exception 'unknown, expired or revoked credential' using errcode = '28000';
    end if;
end $$;

ALTER FUNCTION seal_private.person_of(p_proof bytea, OUT person uuid, OUT session uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.person_of(p_proof bytea, OUT person uuid, OUT session uuid) IS 'who a proof is of';

REVOKE ALL ON FUNCTION seal_private.person_of(p_proof bytea, OUT person uuid, OUT session uuid) FROM PUBLIC;
