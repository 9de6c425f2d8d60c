-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION system.chain_audit_log(p_limit integer DEFAULT 1000) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS $$
declare
    v_orgs  uuid[];
    v_org   uuid;
    v_each  int;
    v_count bigint := 0;
begin
    -- From one organization to the next by the index; who has waited longest goes first.
    with recursive waiting as (
        (select a.org_id, a.created_at from public.audit_log a where a.chain_no is null
          order by a.org_id, a.created_at limit 1)
        union all
        select n.org_id, n.created_at
          from waiting w,
               lateral (select a.org_id, a.created_at from public.audit_log a
                         where a.chain_no is null and a.org_id > w.org_id
                         order by a.org_id, a.created_at limit 1) n
    )
    select array(select w.org_id from waiting w order by w.created_at, w.org_id limit p_limit) into v_orgs;
    perform seal_private.make_heads(v_orgs);
    -- Each has its share: one that has written a million events holds up nobody's chain.
    v_each := ceil(p_limit::numeric / greatest(cardinality(v_orgs), 1));
    foreach v_org in array v_orgs loop
        perform from public.audit_heads h where h.org_id = v_org for update skip locked;
        continue when not found;        -- somebody is at it
        begin
            v_count := v_count + seal_private.chain_events(v_org, v_each);
        exception when others then
            if queue.is_passing(sqlstate) then
                raise;
            end if;
            v_count := v_count + seal_private.chain_one_by_one(v_org, v_each);
        end;
    end loop;
    return v_count;
end $$;

ALTER FUNCTION system.chain_audit_log(p_limit integer) OWNER TO sb_gate;

COMMENT ON FUNCTION system.chain_audit_log(p_limit integer) IS 'Gives committed events of all organizations their place in the chain, about so many, the same number to each. How many.';

REVOKE ALL ON FUNCTION system.chain_audit_log(p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION system.chain_audit_log(p_limit integer) TO sb_queue;
