-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.record_refusal(p_action text, p_ip inet, p_count integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if (p_action in ('credential.refused', 'sign_in.refused') and p_count between 1 and 1000000000) is not true then
        raise exception 'no refusal that is recorded' using errcode = '22023';
    end if;
    insert into public.audit_log (org_id, actor_kind, action, ip, detail)
    values ('00000000-0000-0000-0000-000000000000', 'nobody', p_action, p_ip,
            case when p_count > 1 then jsonb_build_object('count', p_count) else '{}' end);
end $$;

ALTER FUNCTION seal_auth.record_refusal(p_action text, p_ip inet, p_count integer) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.record_refusal(p_action text, p_ip inet, p_count integer) IS 'Appends a refused credential or sign-in to the platform''s audit log, or so many of a minute as one row.';

REVOKE ALL ON FUNCTION seal_auth.record_refusal(p_action text, p_ip inet, p_count integer) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.record_refusal(p_action text, p_ip inet, p_count integer) TO sb_auth;
