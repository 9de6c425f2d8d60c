-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.move_along() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_line text;
begin
    foreach v_line in array tg_argv[1:] loop
        if split_part(v_line, ': ', 1) = old.status
           and new.status = any (string_to_array(split_part(v_line, ': ', 2), ' ')) then
            return new;
        end if;
    end loop;
    raise exception '% does not become %', old.status, new.status
        using errcode = '23514', constraint = tg_argv[0], schema = tg_table_schema, table = tg_table_name,
        column = 'status';
end $$;

ALTER FUNCTION seal_private.move_along() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.move_along() IS 'a trigger: states move along the lines that it names';

REVOKE ALL ON FUNCTION seal_private.move_along() FROM PUBLIC;
