-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.chain_one_by_one(p_org uuid, p_limit integer) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_count bigint := 0;
    v_state text;
    v_name  text;
    v_event uuid;
begin
    for i in 1 .. p_limit loop
        begin
            exit when seal_private.chain_events(p_org, 1) = 0;
            v_count := v_count + 1;
        exception when others then
            get stacked diagnostics v_state = returned_sqlstate, v_name = constraint_name;
            if queue.is_passing(v_state) then
                return v_count;
            end if;
            select a.id into v_event from public.audit_log a
             where a.org_id = p_org and a.chain_no is null
               and not queue.is_aside('chain', p_org, a.id)
             order by a.created_at, a.id limit 1;
            perform queue.put_aside('chain', p_org, v_event, concat_ws(' ', v_state, nullif(v_name, '')));
            exit when v_event is null;
        end;
    end loop;
    return v_count;
end $$;

ALTER FUNCTION seal_private.chain_one_by_one(p_org uuid, p_limit integer) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.chain_one_by_one(p_org uuid, p_limit integer) IS 'the chain of one organization goes on past what was put aside';

REVOKE ALL ON FUNCTION seal_private.chain_one_by_one(p_org uuid, p_limit integer) FROM PUBLIC;
