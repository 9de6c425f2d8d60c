-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_auth_passkeys() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(octet_length(new.credential_id) > 1000 or octet_length(new.key) > 1000
            or greatest(octet_length(new.rp_id::text), octet_length(new.friendly_name::text)) > 10000
            or least(new.counter) < -10000000000000 or greatest(new.counter) > 10000000000000
            or least(new.last_used_at, new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.last_used_at, new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            if new.transports is not null then
                v_is_beyond := v_is_beyond or cardinality(new.transports) > 1000 or pg_column_size(new.transports) > 100000 or octet_length(new.transports::text) > 100000;
            end if;
            null;
        end if;
    elsif tg_argv[0] = 'transports' then
        v_is_beyond := cardinality(new.transports) > 1000 or pg_column_size(new.transports) > 100000 or octet_length(new.transports::text) > 100000;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.credential_id) > 1000 then 'credential_id'
        when octet_length(new.rp_id::text) > 10000 then 'rp_id'
        when octet_length(new.key) > 1000 then 'key'
        when not (new.counter between -10000000000000 and 10000000000000) then 'counter'
        when cardinality(new.transports) > 1000 or pg_column_size(new.transports) > 100000 or octet_length(new.transports::text) > 100000 then 'transports'
        when octet_length(new.friendly_name::text) > 10000 then 'friendly_name'
        when not (new.last_used_at >= timestamptz '1900-01-01 00:00:00+00' and new.last_used_at < timestamptz '2200-01-01 00:00:00+00') then 'last_used_at'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'credential_id' then 'at most 1000 bytes'
        when 'rp_id' then 'at most 10000 bytes'
        when 'key' then 'at most 1000 bytes'
        when 'counter' then 'a number from -10000000000000 to 10000000000000'
        when 'transports' then 'at most 1000 elements, and 100000 bytes'
        when 'friendly_name' then 'at most 10000 bytes'
        when 'last_used_at' then 'a time from 1900 to 2199'
        when 'created_at' then 'a time from 1900 to 2199'
        when 'updated_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $$;

ALTER FUNCTION seal_private.bounds_of_auth_passkeys() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_auth_passkeys() IS 'a trigger: keeps the bounds of auth.passkeys';

REVOKE ALL ON FUNCTION seal_private.bounds_of_auth_passkeys() FROM PUBLIC;
