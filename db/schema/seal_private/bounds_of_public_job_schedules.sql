-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_job_schedules() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.name::text), octet_length(new.job_type::text), octet_length(new.cron::text), octet_length(new.timezone::text), octet_length(new.off_reason::text)) > 10000
            or least(new.max_tokens) < -1000000000000 or greatest(new.max_tokens) > 1000000000000
            or least(new.next_run_at, new.last_run_at, new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.next_run_at, new.last_run_at, new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            if new.payload is not null then
                v_is_beyond := v_is_beyond or pg_column_size(new.payload) > 1000000 or new.payload @? 'strict $.**{101}' or new.payload @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.payload::text) > 1000000;
            end if;
            null;
        end if;
    elsif tg_argv[0] = 'payload' then
        v_is_beyond := pg_column_size(new.payload) > 1000000 or new.payload @? 'strict $.**{101}' or new.payload @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.payload::text) > 1000000;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.name::text) > 10000 then 'name'
        when octet_length(new.job_type::text) > 10000 then 'job_type'
        when pg_column_size(new.payload) > 1000000 or new.payload @? 'strict $.**{101}' or new.payload @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.payload::text) > 1000000 then 'payload'
        when octet_length(new.cron::text) > 10000 then 'cron'
        when octet_length(new.timezone::text) > 10000 then 'timezone'
        when not (new.max_tokens between -1000000000000 and 1000000000000) then 'max_tokens'
        when not (new.next_run_at >= timestamptz '1900-01-01 00:00:00+00' and new.next_run_at < timestamptz '2200-01-01 00:00:00+00') then 'next_run_at'
        when octet_length(new.off_reason::text) > 10000 then 'off_reason'
        when not (new.last_run_at >= timestamptz '1900-01-01 00:00:00+00' and new.last_run_at < timestamptz '2200-01-01 00:00:00+00') then 'last_run_at'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'name' then 'at most 10000 bytes'
        when 'job_type' then 'at most 10000 bytes'
        when 'payload' then 'at most 1000000 bytes, 100 levels, and numbers up to 1.8e308'
        when 'cron' then 'at most 10000 bytes'
        when 'timezone' then 'at most 10000 bytes'
        when 'max_tokens' then 'a number from -1000000000000 to 1000000000000'
        when 'next_run_at' then 'a time from 1900 to 2199'
        when 'off_reason' then 'at most 10000 bytes'
        when 'last_run_at' then 'a time from 1900 to 2199'
        when 'created_at' then 'a time from 1900 to 2199'
        when 'updated_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_job_schedules() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_job_schedules() IS 'a trigger: keeps the bounds of public.job_schedules';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_job_schedules() FROM PUBLIC;
