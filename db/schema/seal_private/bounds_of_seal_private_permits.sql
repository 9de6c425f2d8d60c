-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_seal_private_permits() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.bucket::text)) > 10000
            or least(new.window_start, new.window_end) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.window_start, new.window_end) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            null;
        end if;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.bucket::text) > 10000 then 'bucket'
        when not (new.window_start >= timestamptz '1900-01-01 00:00:00+00' and new.window_start < timestamptz '2200-01-01 00:00:00+00') then 'window_start'
        when not (new.window_end >= timestamptz '1900-01-01 00:00:00+00' and new.window_end < timestamptz '2200-01-01 00:00:00+00') then 'window_end'
        end;
    raise exception '%: %', v_column, case v_column
        when 'bucket' then 'at most 10000 bytes'
        when 'window_start' then 'a time from 1900 to 2199'
        when 'window_end' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $$;

ALTER FUNCTION seal_private.bounds_of_seal_private_permits() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_seal_private_permits() IS 'a trigger: keeps the bounds of seal_private.permits';

REVOKE ALL ON FUNCTION seal_private.bounds_of_seal_private_permits() FROM PUBLIC;
