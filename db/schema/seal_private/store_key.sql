-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.store_key(p_purpose text, p_key bytea, p_grace interval) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_key     bytea := case when octet_length(p_key) > 64 then sha256(p_key) else p_key end;
    v_ipad    bytea := decode(repeat('36', 64), 'hex');
    v_opad    bytea := decode(repeat('5c', 64), 'hex');
    v_version int;
begin
    if (octet_length(p_key) >= 32) is not true then
        raise exception 'a key has at least 32 bytes' using errcode = '22023';
    end if;
    for i in 0 .. octet_length(v_key) - 1 loop
        v_ipad := set_byte(v_ipad, i, get_byte(v_key, i) # 54);
        v_opad := set_byte(v_opad, i, get_byte(v_key, i) # 92);
    end loop;
    lock table seal_private.keys in share row exclusive mode;   -- two rotations at once: one after the other
    delete from seal_private.keys where purpose = p_purpose and expires_at < clock_timestamp();
    update seal_private.keys set expires_at = least(expires_at, clock_timestamp() + p_grace) where purpose = p_purpose;
    select coalesce(max(version), 0) + 1 into v_version from seal_private.keys where purpose = p_purpose;
    insert into seal_private.keys (purpose, version, ipad, opad) values (p_purpose, v_version, v_ipad, v_opad);
    return v_version;
end $$;

ALTER FUNCTION seal_private.store_key(p_purpose text, p_key bytea, p_grace interval) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.store_key(p_purpose text, p_key bytea, p_grace interval) IS 'writes a key; reached from other functions of the seal and by the installer';

REVOKE ALL ON FUNCTION seal_private.store_key(p_purpose text, p_key bytea, p_grace interval) FROM PUBLIC;
