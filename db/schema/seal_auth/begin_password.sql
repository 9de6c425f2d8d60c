-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.begin_password(p_email text, p_device bytea, p_ip inet, OUT wait integer, OUT salt bytea) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform seal_private.assert_own_accounts();
    wait := seal_private.wait_for('password', p_email, p_device, p_ip);
    if wait = 0 then
        salt := seal_private.salt_of(p_email);
    end if;
end $$;

ALTER FUNCTION seal_auth.begin_password(p_email text, p_device bytea, p_ip inet, OUT wait integer, OUT salt bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.begin_password(p_email text, p_device bytea, p_ip inet, OUT wait integer, OUT salt bytea) IS 'Counts a try and returns the salt to derive with, which any address has; or the seconds to wait. Tries are counted by network and by account, but by browser where the person signed in with it before.';

REVOKE ALL ON FUNCTION seal_auth.begin_password(p_email text, p_device bytea, p_ip inet, OUT wait integer, OUT salt bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.begin_password(p_email text, p_device bytea, p_ip inet, OUT wait integer, OUT salt bytea) TO sb_auth;
