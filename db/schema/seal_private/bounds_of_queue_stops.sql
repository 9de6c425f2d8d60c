-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_queue_stops() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.job_type::text) > 10000 then 'job_type'
            when octet_length(new.reason::text) > 10000 then 'reason'
            when not (new.stopped_at >= timestamptz '1900-01-01 00:00:00+00' and new.stopped_at < timestamptz '2200-01-01 00:00:00+00') then 'stopped_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'job_type' then 'at most 10000 bytes'
            when 'reason' then 'at most 10000 bytes'
            when 'stopped_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_queue_stops() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_queue_stops() IS 'a trigger: keeps the bounds of queue.stops';

REVOKE ALL ON FUNCTION seal_private.bounds_of_queue_stops() FROM PUBLIC;
