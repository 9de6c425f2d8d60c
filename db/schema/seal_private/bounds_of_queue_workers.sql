-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_queue_workers() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.host::text)) > 10000
            or not (new.ttl between interval '-100 years' and interval '100 years')
            or least(new.beat_at, new.started_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.beat_at, new.started_at) >= timestamptz '2200-01-01 00:00:00+00'
            or least(new.company) < -10000000000000 or greatest(new.company) > 10000000000000, false);
        if tg_op = 'INSERT' then
            null;
        end if;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.host::text) > 10000 then 'host'
        when not (new.ttl between interval '-100 years' and interval '100 years') then 'ttl'
        when not (new.beat_at >= timestamptz '1900-01-01 00:00:00+00' and new.beat_at < timestamptz '2200-01-01 00:00:00+00') then 'beat_at'
        when not (new.started_at >= timestamptz '1900-01-01 00:00:00+00' and new.started_at < timestamptz '2200-01-01 00:00:00+00') then 'started_at'
        when not (new.company between -10000000000000 and 10000000000000) then 'company'
        end;
    raise exception '%: %', v_column, case v_column
        when 'host' then 'at most 10000 bytes'
        when 'ttl' then 'at most 100 years'
        when 'beat_at' then 'a time from 1900 to 2199'
        when 'started_at' then 'a time from 1900 to 2199'
        when 'company' then 'a number from -10000000000000 to 10000000000000'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $$;

ALTER FUNCTION seal_private.bounds_of_queue_workers() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_queue_workers() IS 'a trigger: keeps the bounds of queue.workers';

REVOKE ALL ON FUNCTION seal_private.bounds_of_queue_workers() FROM PUBLIC;
