-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_services() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.name::text), octet_length(new.unit::text), octet_length(new.currency::text)) > 10000
            or greatest(octet_length(new.description::text)) > 100000
            or least(new.unit_price_minor) < -10000000000000 or greatest(new.unit_price_minor) > 10000000000000
            or least(new.tax_rate) < -10000000000000 or greatest(new.tax_rate) > 10000000000000
            or least(new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            null;
        end if;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.name::text) > 10000 then 'name'
        when octet_length(new.description::text) > 100000 then 'description'
        when octet_length(new.unit::text) > 10000 then 'unit'
        when not (new.unit_price_minor between -10000000000000 and 10000000000000) then 'unit_price_minor'
        when octet_length(new.currency::text) > 10000 then 'currency'
        when not (new.tax_rate between -10000000000000 and 10000000000000) then 'tax_rate'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'name' then 'at most 10000 bytes'
        when 'description' then 'at most 100000 bytes'
        when 'unit' then 'at most 10000 bytes'
        when 'unit_price_minor' then 'a number from -10000000000000 to 10000000000000'
        when 'currency' then 'at most 10000 bytes'
        when 'tax_rate' then 'a number from -10000000000000 to 10000000000000'
        when 'created_at' then 'a time from 1900 to 2199'
        when 'updated_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $$;

ALTER FUNCTION seal_private.bounds_of_public_services() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_services() IS 'a trigger: keeps the bounds of public.services';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_services() FROM PUBLIC;
