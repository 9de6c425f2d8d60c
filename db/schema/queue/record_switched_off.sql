-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.record_switched_off(p_org uuid, p_id uuid, p_name text, p_reason text) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    insert into public.audit_log (org_id, actor_kind, action, resource_type, resource_id, detail)
    values (p_org, 'system', 'schedules.switched_off', 'job_schedules', p_id::text,
            jsonb_build_object('name', p_name, 'reason', p_reason))
$$;

ALTER FUNCTION queue.record_switched_off(p_org uuid, p_id uuid, p_name text, p_reason text) OWNER TO sb_gate;

COMMENT ON FUNCTION queue.record_switched_off(p_org uuid, p_id uuid, p_name text, p_reason text) IS 'an action without a person is recorded as the system''s';

REVOKE ALL ON FUNCTION queue.record_switched_off(p_org uuid, p_id uuid, p_name text, p_reason text) FROM PUBLIC;
