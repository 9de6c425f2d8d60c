-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_stripe_events() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.id::text), octet_length(new.type::text), octet_length(new.error::text)) > 10000
            or least(new.created, new.received_at, new.handled_at, new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.created, new.received_at, new.handled_at, new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            null;
        end if;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.id::text) > 10000 then 'id'
        when octet_length(new.type::text) > 10000 then 'type'
        when not (new.created >= timestamptz '1900-01-01 00:00:00+00' and new.created < timestamptz '2200-01-01 00:00:00+00') then 'created'
        when not (new.received_at >= timestamptz '1900-01-01 00:00:00+00' and new.received_at < timestamptz '2200-01-01 00:00:00+00') then 'received_at'
        when not (new.handled_at >= timestamptz '1900-01-01 00:00:00+00' and new.handled_at < timestamptz '2200-01-01 00:00:00+00') then 'handled_at'
        when octet_length(new.error::text) > 10000 then 'error'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'id' then 'at most 10000 bytes'
        when 'type' then 'at most 10000 bytes'
        when 'created' then 'a time from 1900 to 2199'
        when 'received_at' then 'a time from 1900 to 2199'
        when 'handled_at' then 'a time from 1900 to 2199'
        when 'error' then 'at most 10000 bytes'
        when 'created_at' then 'a time from 1900 to 2199'
        when 'updated_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $$;

ALTER FUNCTION seal_private.bounds_of_public_stripe_events() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_stripe_events() IS 'a trigger: keeps the bounds of public.stripe_events';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_stripe_events() FROM PUBLIC;
