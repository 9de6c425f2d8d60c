-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_seal_private_link_tries() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(least(new.locked_until, new.ticket_until) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.locked_until, new.ticket_until) >= timestamptz '2200-01-01 00:00:00+00'
            or octet_length(new.ticket) > 1000
            or least(new.ticket_of) < -9000000000000000000 or greatest(new.ticket_of) > 9000000000000000000, false);
        if tg_op = 'INSERT' then
            null;
        end if;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when not (new.locked_until >= timestamptz '1900-01-01 00:00:00+00' and new.locked_until < timestamptz '2200-01-01 00:00:00+00') then 'locked_until'
        when octet_length(new.ticket) > 1000 then 'ticket'
        when not (new.ticket_until >= timestamptz '1900-01-01 00:00:00+00' and new.ticket_until < timestamptz '2200-01-01 00:00:00+00') then 'ticket_until'
        when not (new.ticket_of between -9000000000000000000 and 9000000000000000000) then 'ticket_of'
        end;
    raise exception '%: %', v_column, case v_column
        when 'locked_until' then 'a time from 1900 to 2199'
        when 'ticket' then 'at most 1000 bytes'
        when 'ticket_until' then 'a time from 1900 to 2199'
        when 'ticket_of' then 'a number from -9000000000000000000 to 9000000000000000000'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $$;

ALTER FUNCTION seal_private.bounds_of_seal_private_link_tries() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_seal_private_link_tries() IS 'a trigger: keeps the bounds of seal_private.link_tries';

REVOKE ALL ON FUNCTION seal_private.bounds_of_seal_private_link_tries() FROM PUBLIC;
