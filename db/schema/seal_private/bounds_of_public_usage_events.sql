-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_usage_events() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.kind::text)) > 10000
            or least(new.quantity, new.tokens, new.cost_micros) < -1000000000000 or greatest(new.quantity, new.tokens, new.cost_micros) > 1000000000000
            or least(new.period) < date '1900-01-01' or greatest(new.period) > date '2199-12-31'
            or least(new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            null;
        end if;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.kind::text) > 10000 then 'kind'
        when not (new.quantity between -1000000000000 and 1000000000000) then 'quantity'
        when not (new.tokens between -1000000000000 and 1000000000000) then 'tokens'
        when not (new.cost_micros between -1000000000000 and 1000000000000) then 'cost_micros'
        when not (new.period between date '1900-01-01' and date '2199-12-31') then 'period'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'kind' then 'at most 10000 bytes'
        when 'quantity' then 'a number from -1000000000000 to 1000000000000'
        when 'tokens' then 'a number from -1000000000000 to 1000000000000'
        when 'cost_micros' then 'a number from -1000000000000 to 1000000000000'
        when 'period' then 'a time from 1900 to 2199'
        when 'created_at' then 'a time from 1900 to 2199'
        when 'updated_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $$;

ALTER FUNCTION seal_private.bounds_of_public_usage_events() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_usage_events() IS 'a trigger: keeps the bounds of public.usage_events';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_usage_events() FROM PUBLIC;
