-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.wait_for(p_what text, p_email text, p_device bytea, p_ip inet) RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_wait int := seal_private.take_try(seal_private.bucket(p_what, seal_private.network_of(p_ip)), 50);
begin
    if v_wait = 0 then
        v_wait := seal_private.take_try(seal_private.bucket_of(p_what, p_email, p_device), 5);
    end if;
    return v_wait;
end $$;

ALTER FUNCTION seal_private.wait_for(p_what text, p_email text, p_device bytea, p_ip inet) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.wait_for(p_what text, p_email text, p_device bytea, p_ip inet) IS 'tries of passwords and codes are limited';

REVOKE ALL ON FUNCTION seal_private.wait_for(p_what text, p_email text, p_device bytea, p_ip inet) FROM PUBLIC;
