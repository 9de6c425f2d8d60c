-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.device_said(p_data bytea, p_rp_id text, OUT is_ours boolean, OUT counter bigint, OUT can_sync boolean, OUT is_synced boolean) RETURNS record
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_flags int;
begin
    is_ours := false;
    if (octet_length(p_data) between 37 and 4096) is not true then
        return;
    end if;
    v_flags := get_byte(p_data, 32);
    counter := seal_private.whole_number(substr(p_data, 34, 4))::bigint;
    can_sync := v_flags & 8 > 0;
    is_synced := v_flags & 16 > 0;
    -- 1: the person was there, 4: and the device saw who they are
    is_ours := coalesce(substr(p_data, 1, 32) = sha256(convert_to(p_rp_id, 'UTF8')), false)
               and v_flags & 5 = 5 and (can_sync or not is_synced);
end $$;

ALTER FUNCTION seal_private.device_said(p_data bytea, p_rp_id text, OUT is_ours boolean, OUT counter bigint, OUT can_sync boolean, OUT is_synced boolean) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.device_said(p_data bytea, p_rp_id text, OUT is_ours boolean, OUT counter bigint, OUT can_sync boolean, OUT is_synced boolean) IS 'The authenticator data: is_ours if they are of our name, of a person who was there and was verified, and not contradictory. Never null but for what follows from too few bytes.';

REVOKE ALL ON FUNCTION seal_private.device_said(p_data bytea, p_rp_id text, OUT is_ours boolean, OUT counter bigint, OUT can_sync boolean, OUT is_synced boolean) FROM PUBLIC;
