-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_api_keys() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when 'scopes' then case when cardinality(new.scopes) > 1000 or pg_column_size(new.scopes) > 100000 or octet_length(new.scopes::text) > 100000 then 'scopes' end
        when '' then case
            when octet_length(new.name::text) > 10000 then 'name'
            when octet_length(new.prefix::text) > 10000 then 'prefix'
            when not (new.expires_at >= timestamptz '1900-01-01 00:00:00+00' and new.expires_at < timestamptz '2200-01-01 00:00:00+00') then 'expires_at'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case
            when cardinality(new.scopes) > 1000 or pg_column_size(new.scopes) > 100000 or octet_length(new.scopes::text) > 100000 then 'scopes'
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'name' then 'at most 10000 bytes'
            when 'prefix' then 'at most 10000 bytes'
            when 'scopes' then 'at most 1000 elements, and 100000 bytes'
            when 'expires_at' then 'a time from 1900 to 2199'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_public_api_keys() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_api_keys() IS 'a trigger: keeps the bounds of public.api_keys';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_api_keys() FROM PUBLIC;
