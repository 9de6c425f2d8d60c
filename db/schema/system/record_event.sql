-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION system.record_event(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb DEFAULT '{}'::jsonb, p_ip inet DEFAULT NULL::inet, p_user_agent text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context constant text[] := seal_private.context();
    v_link    constant text := case when v_context[1] = 'link' then v_context[5] end;
begin
    if (v_context[3] <> '') is not true then
        raise exception 'no organization is open' using errcode = '28000';
    end if;
    if not exists (select from system.event_actions e
                    where e.action = p_action and e.least_rank <= v_context[4]::int
                      and (e.least_rank = 0) = (v_link is not null)) then
        raise exception 'no event that this rank may record: see system.event_actions' using errcode = '42501';
    end if;
    if v_link is not null and (p_resource_type, p_resource_id) is distinct from ('share_links', v_link) then
        raise exception 'a guest records events of their own link' using errcode = '42501';
    end if;
    insert into public.audit_log (org_id, user_id, actor_kind, is_said, action, resource_type, resource_id, ip,
                                  user_agent, detail)
    values (v_context[3]::uuid, nullif(v_context[2], '')::uuid, v_context[1], true, p_action, p_resource_type,
            p_resource_id, p_ip, left(p_user_agent, 500), coalesce(p_detail, '{}'));
end $$;

ALTER FUNCTION system.record_event(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb, p_ip inet, p_user_agent text) OWNER TO sb_gate;

COMMENT ON FUNCTION system.record_event(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb, p_ip inet, p_user_agent text) IS 'Appends to the audit log of the open organization what no function does, from the list of system.event_actions and marked as said by the tenant. Who and as what comes from the context; a guest speaks of their own link alone.';

REVOKE ALL ON FUNCTION system.record_event(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb, p_ip inet, p_user_agent text) FROM PUBLIC;
GRANT ALL ON FUNCTION system.record_event(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb, p_ip inet, p_user_agent text) TO sb_tenant;
