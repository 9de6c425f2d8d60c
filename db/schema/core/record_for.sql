-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.record_for(p_org uuid, p_user uuid, p_actor_kind text, p_action text, p_resource_id text, p_detail jsonb) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    insert into public.audit_log (org_id, user_id, actor_kind, action, resource_type, resource_id, detail)
    values (p_org, p_user, p_actor_kind, p_action, 'org_members', p_resource_id, p_detail)
$$;

ALTER FUNCTION core.record_for(p_org uuid, p_user uuid, p_actor_kind text, p_action text, p_resource_id text, p_detail jsonb) OWNER TO sb_gate;

COMMENT ON FUNCTION core.record_for(p_org uuid, p_user uuid, p_actor_kind text, p_action text, p_resource_id text, p_detail jsonb) IS 'the audit log of an organization that is not open';

REVOKE ALL ON FUNCTION core.record_for(p_org uuid, p_user uuid, p_actor_kind text, p_action text, p_resource_id text, p_detail jsonb) FROM PUBLIC;
