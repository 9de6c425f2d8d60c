-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.begin_own_password(p_proof bytea, p_ip inet, OUT wait integer, OUT salt bytea) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me constant record := seal_private.person_of(p_proof);
begin
    wait := seal_private.take_try(seal_private.bucket('own password', v_me.person::text), 5);
    if wait = 0 then
        salt := seal_private.salt_of((select u.email from auth.users u where u.id = v_me.person));
    end if;
end $$;

ALTER FUNCTION seal_auth.begin_own_password(p_proof bytea, p_ip inet, OUT wait integer, OUT salt bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.begin_own_password(p_proof bytea, p_ip inet, OUT wait integer, OUT salt bytea) IS 'Counts a try and returns the salt of the person''s own password; or the seconds to wait.';

REVOKE ALL ON FUNCTION seal_auth.begin_own_password(p_proof bytea, p_ip inet, OUT wait integer, OUT salt bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.begin_own_password(p_proof bytea, p_ip inet, OUT wait integer, OUT salt bytea) TO sb_auth;
