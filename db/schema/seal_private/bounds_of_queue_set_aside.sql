-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_queue_set_aside() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.reason::text)) > 10000
            or least(new.first_at, new.retry_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.first_at, new.retry_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            null;
        end if;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.reason::text) > 10000 then 'reason'
        when not (new.first_at >= timestamptz '1900-01-01 00:00:00+00' and new.first_at < timestamptz '2200-01-01 00:00:00+00') then 'first_at'
        when not (new.retry_at >= timestamptz '1900-01-01 00:00:00+00' and new.retry_at < timestamptz '2200-01-01 00:00:00+00') then 'retry_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'reason' then 'at most 10000 bytes'
        when 'first_at' then 'a time from 1900 to 2199'
        when 'retry_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $$;

ALTER FUNCTION seal_private.bounds_of_queue_set_aside() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_queue_set_aside() IS 'a trigger: keeps the bounds of queue.set_aside';

REVOKE ALL ON FUNCTION seal_private.bounds_of_queue_set_aside() FROM PUBLIC;
