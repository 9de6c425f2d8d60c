-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.attend(p_task text, p_keep interval, p_limit integer) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_count bigint := 0;
    v_some  bigint;
    v_row   record;
    v_state text;
    v_name  text;
begin
    begin
        return queue.do_part(p_task, p_keep, p_limit);
    exception when others then
        if queue.is_passing(sqlstate) then
            return null;
        end if;
    end;
    for i in 1 .. p_limit loop
        begin
            v_some := queue.do_part(p_task, p_keep, 1);
            exit when v_some = 0;
            v_count := v_count + v_some;
        exception when others then
            get stacked diagnostics v_state = returned_sqlstate, v_name = constraint_name;
            if queue.is_passing(v_state) then
                return null;
            end if;
            v_row := queue.first_of(p_task, p_keep);
            perform queue.put_aside(p_task, v_row.org_id, v_row.id, concat_ws(' ', v_state, nullif(v_name, '')));
            exit when v_row.id is null;     -- no row is known that could be left out
        end;
    end loop;
    return v_count;
end $$;

ALTER FUNCTION queue.attend(p_task text, p_keep interval, p_limit integer) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.attend(p_task text, p_keep interval, p_limit integer) IS 'a part of queue.tick() that stops no other';

REVOKE ALL ON FUNCTION queue.attend(p_task text, p_keep interval, p_limit integer) FROM PUBLIC;
