-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_agent_steps() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.model::text)) > 10000
            or octet_length(new.input_sha256) > 1000
            or least(new.tokens_in, new.tokens_out, new.cost_micros) < -10000000000000 or greatest(new.tokens_in, new.tokens_out, new.cost_micros) > 10000000000000
            or least(new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            if new.edits is not null then
                v_is_beyond := v_is_beyond or pg_column_size(new.edits) > 1000000 or new.edits @? 'strict $.**{101}' or new.edits @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.edits::text) > 1000000;
            end if;
            if new.edited_from is not null then
                v_is_beyond := v_is_beyond or pg_column_size(new.edited_from) > 1000000 or new.edited_from @? 'strict $.**{101}' or new.edited_from @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.edited_from::text) > 1000000;
            end if;
            if new.output is not null then
                v_is_beyond := v_is_beyond or pg_column_size(new.output) > 8000000 or new.output @? 'strict $.**{101}' or new.output @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.output::text) > 8000000;
            end if;
            if new.error is not null then
                v_is_beyond := v_is_beyond or pg_column_size(new.error) > 100000 or new.error @? 'strict $.**{101}' or new.error @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.error::text) > 100000;
            end if;
            null;
        end if;
    elsif tg_argv[0] = 'edits' then
        v_is_beyond := pg_column_size(new.edits) > 1000000 or new.edits @? 'strict $.**{101}' or new.edits @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.edits::text) > 1000000;
    elsif tg_argv[0] = 'edited_from' then
        v_is_beyond := pg_column_size(new.edited_from) > 1000000 or new.edited_from @? 'strict $.**{101}' or new.edited_from @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.edited_from::text) > 1000000;
    elsif tg_argv[0] = 'output' then
        v_is_beyond := pg_column_size(new.output) > 8000000 or new.output @? 'strict $.**{101}' or new.output @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.output::text) > 8000000;
    elsif tg_argv[0] = 'error' then
        v_is_beyond := pg_column_size(new.error) > 100000 or new.error @? 'strict $.**{101}' or new.error @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.error::text) > 100000;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.model::text) > 10000 then 'model'
        when octet_length(new.input_sha256) > 1000 then 'input_sha256'
        when pg_column_size(new.edits) > 1000000 or new.edits @? 'strict $.**{101}' or new.edits @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.edits::text) > 1000000 then 'edits'
        when pg_column_size(new.edited_from) > 1000000 or new.edited_from @? 'strict $.**{101}' or new.edited_from @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.edited_from::text) > 1000000 then 'edited_from'
        when pg_column_size(new.output) > 8000000 or new.output @? 'strict $.**{101}' or new.output @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.output::text) > 8000000 then 'output'
        when not (new.tokens_in between -10000000000000 and 10000000000000) then 'tokens_in'
        when not (new.tokens_out between -10000000000000 and 10000000000000) then 'tokens_out'
        when not (new.cost_micros between -10000000000000 and 10000000000000) then 'cost_micros'
        when pg_column_size(new.error) > 100000 or new.error @? 'strict $.**{101}' or new.error @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.error::text) > 100000 then 'error'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'model' then 'at most 10000 bytes'
        when 'input_sha256' then 'at most 1000 bytes'
        when 'edits' then 'at most 1000000 bytes, 100 levels, and numbers up to 1.8e308'
        when 'edited_from' then 'at most 1000000 bytes, 100 levels, and numbers up to 1.8e308'
        when 'output' then 'at most 8000000 bytes, 100 levels, and numbers up to 1.8e308'
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

ALTER FUNCTION seal_private.bounds_of_public_agent_steps() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_agent_steps() IS 'a trigger: keeps the bounds of public.agent_steps';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_agent_steps() FROM PUBLIC;
