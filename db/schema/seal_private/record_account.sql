-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.record_account(p_user uuid, p_action text, p_detail jsonb DEFAULT '{}'::jsonb) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    insert into public.audit_log (org_id, user_id, actor_kind, action, resource_type, resource_id, detail)
    values ('00000000-0000-0000-0000-000000000000', p_user, 'session', p_action, 'profiles', p_user::text, p_detail)
$$;

ALTER FUNCTION seal_private.record_account(p_user uuid, p_action text, p_detail jsonb) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.record_account(p_user uuid, p_action text, p_detail jsonb) IS 'what happens to accounts is in the platform''s audit log';

REVOKE ALL ON FUNCTION seal_private.record_account(p_user uuid, p_action text, p_detail jsonb) FROM PUBLIC;
