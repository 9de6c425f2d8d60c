-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_jobs() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.job_type::text), octet_length(new.unique_key::text)) > 10000
            or least(new.run_at, new.deadline_at, new.started_at, new.finished_at, new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.run_at, new.deadline_at, new.started_at, new.finished_at, new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00'
            or least(new.max_tokens, new.attempt_tokens, new.actual_tokens) < -1000000000000 or greatest(new.max_tokens, new.attempt_tokens, new.actual_tokens) > 1000000000000, false);
        if tg_op = 'INSERT' then
            if new.payload is not null then
                v_is_beyond := v_is_beyond or pg_column_size(new.payload) > 1000000 or new.payload @? 'strict $.**{101}' or new.payload @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.payload::text) > 1000000;
            end if;
            if new.progress is not null then
                v_is_beyond := v_is_beyond or pg_column_size(new.progress) > 100000 or new.progress @? 'strict $.**{101}' or new.progress @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.progress::text) > 100000;
            end if;
            if new.result is not null then
                v_is_beyond := v_is_beyond or pg_column_size(new.result) > 1000000 or new.result @? 'strict $.**{101}' or new.result @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.result::text) > 1000000;
            end if;
            if new.error is not null then
                v_is_beyond := v_is_beyond or pg_column_size(new.error) > 100000 or new.error @? 'strict $.**{101}' or new.error @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.error::text) > 100000;
            end if;
            null;
        end if;
    elsif tg_argv[0] = 'payload' then
        v_is_beyond := pg_column_size(new.payload) > 1000000 or new.payload @? 'strict $.**{101}' or new.payload @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.payload::text) > 1000000;
    elsif tg_argv[0] = 'progress' then
        v_is_beyond := pg_column_size(new.progress) > 100000 or new.progress @? 'strict $.**{101}' or new.progress @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.progress::text) > 100000;
    elsif tg_argv[0] = 'result' then
        v_is_beyond := pg_column_size(new.result) > 1000000 or new.result @? 'strict $.**{101}' or new.result @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.result::text) > 1000000;
    elsif tg_argv[0] = 'error' then
        v_is_beyond := pg_column_size(new.error) > 100000 or new.error @? 'strict $.**{101}' or new.error @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.error::text) > 100000;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.job_type::text) > 10000 then 'job_type'
        when pg_column_size(new.payload) > 1000000 or new.payload @? 'strict $.**{101}' or new.payload @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.payload::text) > 1000000 then 'payload'
        when pg_column_size(new.progress) > 100000 or new.progress @? 'strict $.**{101}' or new.progress @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.progress::text) > 100000 then 'progress'
        when pg_column_size(new.result) > 1000000 or new.result @? 'strict $.**{101}' or new.result @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.result::text) > 1000000 then 'result'
        when pg_column_size(new.error) > 100000 or new.error @? 'strict $.**{101}' or new.error @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.error::text) > 100000 then 'error'
        when octet_length(new.unique_key::text) > 10000 then 'unique_key'
        when not (new.run_at >= timestamptz '1900-01-01 00:00:00+00' and new.run_at < timestamptz '2200-01-01 00:00:00+00') then 'run_at'
        when not (new.max_tokens between -1000000000000 and 1000000000000) then 'max_tokens'
        when not (new.attempt_tokens between -1000000000000 and 1000000000000) then 'attempt_tokens'
        when not (new.actual_tokens between -1000000000000 and 1000000000000) then 'actual_tokens'
        when not (new.deadline_at >= timestamptz '1900-01-01 00:00:00+00' and new.deadline_at < timestamptz '2200-01-01 00:00:00+00') then 'deadline_at'
        when not (new.started_at >= timestamptz '1900-01-01 00:00:00+00' and new.started_at < timestamptz '2200-01-01 00:00:00+00') then 'started_at'
        when not (new.finished_at >= timestamptz '1900-01-01 00:00:00+00' and new.finished_at < timestamptz '2200-01-01 00:00:00+00') then 'finished_at'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'job_type' then 'at most 10000 bytes'
        when 'payload' then 'at most 1000000 bytes, 100 levels, and numbers up to 1.8e308'
        when 'progress' then 'at most 100000 bytes, 100 levels, and numbers up to 1.8e308'
        when 'result' then 'at most 1000000 bytes, 100 levels, and numbers up to 1.8e308'
        when 'error' then 'at most 100000 bytes, 100 levels, and numbers up to 1.8e308'
        when 'unique_key' then 'at most 10000 bytes'
        when 'run_at' then 'a time from 1900 to 2199'
        when 'max_tokens' then 'a number from -1000000000000 to 1000000000000'
        when 'attempt_tokens' then 'a number from -1000000000000 to 1000000000000'
        when 'actual_tokens' then 'a number from -1000000000000 to 1000000000000'
        when 'deadline_at' then 'a time from 1900 to 2199'
        when 'started_at' then 'a time from 1900 to 2199'
        when 'finished_at' then 'a time from 1900 to 2199'
        when 'created_at' then 'a time from 1900 to 2199'
        when 'updated_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_jobs() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_jobs() IS 'a trigger: keeps the bounds of public.jobs';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_jobs() FROM PUBLIC;
