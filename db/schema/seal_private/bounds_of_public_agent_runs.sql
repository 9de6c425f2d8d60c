-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_agent_runs() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when 'cached_writer_output' then case when pg_column_size(new.cached_writer_output) > 8000000 or new.cached_writer_output @? 'strict $.**{101}' or new.cached_writer_output @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.cached_writer_output::text) > 8000000 then 'cached_writer_output' end
        when 'error' then case when pg_column_size(new.error) > 100000 or new.error @? 'strict $.**{101}' or new.error @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.error::text) > 100000 then 'error' end
        when '' then case
            when not (new.tokens_in between -10000000000000 and 10000000000000) then 'tokens_in'
            when not (new.tokens_out between -10000000000000 and 10000000000000) then 'tokens_out'
            when not (new.cost_micros between -10000000000000 and 10000000000000) then 'cost_micros'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case
            when pg_column_size(new.cached_writer_output) > 8000000 or new.cached_writer_output @? 'strict $.**{101}' or new.cached_writer_output @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.cached_writer_output::text) > 8000000 then 'cached_writer_output'
            when pg_column_size(new.error) > 100000 or new.error @? 'strict $.**{101}' or new.error @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.error::text) > 100000 then 'error'
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'cached_writer_output' then 'at most 8000000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'tokens_in' then 'a number from -10000000000000 to 10000000000000'
            when 'tokens_out' then 'a number from -10000000000000 to 10000000000000'
            when 'cost_micros' then 'a number from -10000000000000 to 10000000000000'
            when 'error' then 'at most 100000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_agent_runs() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_agent_runs() IS 'a trigger: keeps the bounds of public.agent_runs';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_agent_runs() FROM PUBLIC;
