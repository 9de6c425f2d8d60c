-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION system.record(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb DEFAULT '{}'::jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context constant text[] := seal_private.context();
begin
    if (v_context[3] <> '') is not true then
        raise exception 'no organization is open' using errcode = '28000';
    end if;
    insert into public.audit_log (org_id, user_id, actor_kind, action, resource_type, resource_id, detail)
    values (v_context[3]::uuid, nullif(v_context[2], '')::uuid, v_context[1], p_action, p_resource_type, p_resource_id,
            p_detail);
end $$;

ALTER FUNCTION system.record(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb) OWNER TO sb_gate;

COMMENT ON FUNCTION system.record(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb) IS 'Appends to the audit log of the open organization, for the functions that do what is recorded.';

REVOKE ALL ON FUNCTION system.record(p_action text, p_resource_type text, p_resource_id text, p_detail jsonb) FROM PUBLIC;
