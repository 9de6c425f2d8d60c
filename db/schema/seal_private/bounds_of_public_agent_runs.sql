-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_agent_runs() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.writer::text), octet_length(new.model::text)) > 10000
            or least(new.drafted_at, new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.drafted_at, new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00'
            or least(new.tokens_in, new.tokens_out, new.cost_micros) < -10000000000000 or greatest(new.tokens_in, new.tokens_out, new.cost_micros) > 10000000000000, false);
        if tg_op = 'INSERT' then
            if new.cached_writer_output is not null then
                v_is_beyond := v_is_beyond or pg_column_size(new.cached_writer_output) > 8000000 or new.cached_writer_output @? 'strict $.**{101}' or new.cached_writer_output @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.cached_writer_output::text) > 8000000;
            end if;
            if new.stands_on is not null then
                v_is_beyond := v_is_beyond or cardinality(new.stands_on) > 1000 or pg_column_size(new.stands_on) > 100000 or octet_length(new.stands_on::text) > 100000;
            end if;
            if new.published is not null then
                v_is_beyond := v_is_beyond or cardinality(new.published) > 1000 or pg_column_size(new.published) > 100000 or octet_length(new.published::text) > 100000;
            end if;
            if new.waits_for is not null then
                v_is_beyond := v_is_beyond or cardinality(new.waits_for) > 1000 or pg_column_size(new.waits_for) > 100000 or octet_length(new.waits_for::text) > 100000;
            end if;
            if new.error is not null then
                v_is_beyond := v_is_beyond or pg_column_size(new.error) > 100000 or new.error @? 'strict $.**{101}' or new.error @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.error::text) > 100000;
            end if;
            null;
        end if;
    elsif tg_argv[0] = 'cached_writer_output' then
        v_is_beyond := pg_column_size(new.cached_writer_output) > 8000000 or new.cached_writer_output @? 'strict $.**{101}' or new.cached_writer_output @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.cached_writer_output::text) > 8000000;
    elsif tg_argv[0] = 'stands_on' then
        v_is_beyond := cardinality(new.stands_on) > 1000 or pg_column_size(new.stands_on) > 100000 or octet_length(new.stands_on::text) > 100000;
    elsif tg_argv[0] = 'published' then
        v_is_beyond := cardinality(new.published) > 1000 or pg_column_size(new.published) > 100000 or octet_length(new.published::text) > 100000;
    elsif tg_argv[0] = 'waits_for' then
        v_is_beyond := cardinality(new.waits_for) > 1000 or pg_column_size(new.waits_for) > 100000 or octet_length(new.waits_for::text) > 100000;
    elsif tg_argv[0] = 'error' then
        v_is_beyond := pg_column_size(new.error) > 100000 or new.error @? 'strict $.**{101}' or new.error @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.error::text) > 100000;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.writer::text) > 10000 then 'writer'
        when octet_length(new.model::text) > 10000 then 'model'
        when pg_column_size(new.cached_writer_output) > 8000000 or new.cached_writer_output @? 'strict $.**{101}' or new.cached_writer_output @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.cached_writer_output::text) > 8000000 then 'cached_writer_output'
        when cardinality(new.stands_on) > 1000 or pg_column_size(new.stands_on) > 100000 or octet_length(new.stands_on::text) > 100000 then 'stands_on'
        when cardinality(new.published) > 1000 or pg_column_size(new.published) > 100000 or octet_length(new.published::text) > 100000 then 'published'
        when cardinality(new.waits_for) > 1000 or pg_column_size(new.waits_for) > 100000 or octet_length(new.waits_for::text) > 100000 then 'waits_for'
        when not (new.drafted_at >= timestamptz '1900-01-01 00:00:00+00' and new.drafted_at < timestamptz '2200-01-01 00:00:00+00') then 'drafted_at'
        when not (new.tokens_in between -10000000000000 and 10000000000000) then 'tokens_in'
        when not (new.tokens_out between -10000000000000 and 10000000000000) then 'tokens_out'
        when not (new.cost_micros between -10000000000000 and 10000000000000) then 'cost_micros'
        when pg_column_size(new.error) > 100000 or new.error @? 'strict $.**{101}' or new.error @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.error::text) > 100000 then 'error'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'writer' then 'at most 10000 bytes'
        when 'model' then 'at most 10000 bytes'
        when 'cached_writer_output' then 'at most 8000000 bytes, 100 levels, and numbers up to 1.8e308'
        when 'stands_on' then 'at most 1000 elements, and 100000 bytes'
        when 'published' then 'at most 1000 elements, and 100000 bytes'
        when 'waits_for' then 'at most 1000 elements, and 100000 bytes'
        when 'drafted_at' then 'a time from 1900 to 2199'
        when 'tokens_in' then 'a number from -10000000000000 to 10000000000000'
        when 'tokens_out' then 'a number from -10000000000000 to 10000000000000'
        when 'cost_micros' then 'a number from -10000000000000 to 10000000000000'
        when 'error' then 'at most 100000 bytes, 100 levels, and numbers up to 1.8e308'
        when 'created_at' then 'a time from 1900 to 2199'
        when 'updated_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_agent_runs() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_agent_runs() IS 'a trigger: keeps the bounds of public.agent_runs';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_agent_runs() FROM PUBLIC;
