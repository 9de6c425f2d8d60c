-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bucket_of(p_what text, p_email text, p_device bytea) RETURNS bytea
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_is_known constant boolean := exists (
        select from auth.devices d join auth.users u on u.id = d.user_id
         where lower(u.email) = lower(p_email) and d.device = p_device);
begin
    return seal_private.bucket(p_what, lower(p_email)
        || case when v_is_known then ':' || encode(p_device, 'hex') else '' end);
end $$;

ALTER FUNCTION seal_private.bucket_of(p_what text, p_email text, p_device bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.bucket_of(p_what text, p_email text, p_device bytea) IS 'a browser that signed in before is counted by itself';

REVOKE ALL ON FUNCTION seal_private.bucket_of(p_what text, p_email text, p_device bytea) FROM PUBLIC;
