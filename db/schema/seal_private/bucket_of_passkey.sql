-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bucket_of_passkey(p_credential bytea, p_user uuid, p_device bytea, p_ip inet) RETURNS bytea
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_is_known constant boolean := exists (
        select from auth.devices d where d.user_id = p_user and d.device = p_device);
begin
    return seal_private.bucket('passkey', encode(p_credential, 'hex') || ':'
        || case when v_is_known then encode(p_device, 'hex') else seal_private.network_of(p_ip) end);
end $$;

ALTER FUNCTION seal_private.bucket_of_passkey(p_credential bytea, p_user uuid, p_device bytea, p_ip inet) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.bucket_of_passkey(p_credential bytea, p_user uuid, p_device bytea, p_ip inet) IS 'tries at passkeys are limited, and a known browser by itself';

REVOKE ALL ON FUNCTION seal_private.bucket_of_passkey(p_credential bytea, p_user uuid, p_device bytea, p_ip inet) FROM PUBLIC;
