-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_system_settings() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when 'value' then case when pg_column_size(new.value) > 100000 or new.value @? 'strict $.**{101}' or new.value @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.value::text) > 100000 then 'value' end
        when '' then case
            when octet_length(new.key::text) > 10000 then 'key'
            when octet_length(new.description::text) > 10000 then 'description'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case
            when pg_column_size(new.value) > 100000 or new.value @? 'strict $.**{101}' or new.value @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.value::text) > 100000 then 'value'
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'key' then 'at most 10000 bytes'
            when 'value' then 'at most 100000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'description' then 'at most 10000 bytes'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_system_settings() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_system_settings() IS 'a trigger: keeps the bounds of public.system_settings';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_system_settings() FROM PUBLIC;
