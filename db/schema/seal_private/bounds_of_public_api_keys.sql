-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_api_keys() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.name::text), octet_length(new.prefix::text)) > 10000
            or least(new.expires_at, new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.expires_at, new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            if new.scopes is not null then
                v_is_beyond := v_is_beyond or cardinality(new.scopes) > 1000 or pg_column_size(new.scopes) > 100000 or octet_length(new.scopes::text) > 100000;
            end if;
            null;
        end if;
    elsif tg_argv[0] = 'scopes' then
        v_is_beyond := cardinality(new.scopes) > 1000 or pg_column_size(new.scopes) > 100000 or octet_length(new.scopes::text) > 100000;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.name::text) > 10000 then 'name'
        when octet_length(new.prefix::text) > 10000 then 'prefix'
        when cardinality(new.scopes) > 1000 or pg_column_size(new.scopes) > 100000 or octet_length(new.scopes::text) > 100000 then 'scopes'
        when not (new.expires_at >= timestamptz '1900-01-01 00:00:00+00' and new.expires_at < timestamptz '2200-01-01 00:00:00+00') then 'expires_at'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
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
end $$;

ALTER FUNCTION seal_private.bounds_of_public_api_keys() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_api_keys() IS 'a trigger: keeps the bounds of public.api_keys';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_api_keys() FROM PUBLIC;
