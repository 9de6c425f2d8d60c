-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_system_event_actions() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.action::text), octet_length(new.meaning::text)) > 10000, false);
        if tg_op = 'INSERT' then
            null;
        end if;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.action::text) > 10000 then 'action'
        when octet_length(new.meaning::text) > 10000 then 'meaning'
        end;
    raise exception '%: %', v_column, case v_column
        when 'action' then 'at most 10000 bytes'
        when 'meaning' then 'at most 10000 bytes'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $$;

ALTER FUNCTION seal_private.bounds_of_system_event_actions() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_system_event_actions() IS 'a trigger: keeps the bounds of system.event_actions';

REVOKE ALL ON FUNCTION seal_private.bounds_of_system_event_actions() FROM PUBLIC;
