-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION system.record_for(p_org uuid, p_action text, p_resource_type text, p_resource_id text, p_detail jsonb) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    insert into public.audit_log (org_id, user_id, actor_kind, action, resource_type, resource_id, detail)
    values (p_org, seal.user_id(), coalesce(seal.kind(), 'installer'), p_action, p_resource_type, p_resource_id,
            p_detail)
$$;

ALTER FUNCTION system.record_for(p_org uuid, p_action text, p_resource_type text, p_resource_id text, p_detail jsonb) OWNER TO sb_gate;

COMMENT ON FUNCTION system.record_for(p_org uuid, p_action text, p_resource_type text, p_resource_id text, p_detail jsonb) IS 'actions of the operator on an organization are in its audit log';

REVOKE ALL ON FUNCTION system.record_for(p_org uuid, p_action text, p_resource_type text, p_resource_id text, p_detail jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION system.record_for(p_org uuid, p_action text, p_resource_type text, p_resource_id text, p_detail jsonb) TO sb_queue;
