-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_system_event_actions() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.action::text) > 10000 then 'action'
            when octet_length(new.meaning::text) > 10000 then 'meaning'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'action' then 'at most 10000 bytes'
            when 'meaning' then 'at most 10000 bytes'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_system_event_actions() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_system_event_actions() IS 'a trigger: keeps the bounds of system.event_actions';

REVOKE ALL ON FUNCTION seal_private.bounds_of_system_event_actions() FROM PUBLIC;
