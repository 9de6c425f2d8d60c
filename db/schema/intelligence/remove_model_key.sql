-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION intelligence.remove_model_key(p_vendor text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_org constant uuid := seal.org(3);
begin
    if v_org is null then
        raise exception 'only an admin removes the keys of an organization' using errcode = '42501';
    end if;
    delete from public.model_keys k where k.org_id = v_org and k.vendor = p_vendor;
    if not found then
        return false;
    end if;
    perform system.record('model_key.removed', 'model_keys', p_vendor);
    return true;
end $$;

ALTER FUNCTION intelligence.remove_model_key(p_vendor text) OWNER TO sb_gate;

COMMENT ON FUNCTION intelligence.remove_model_key(p_vendor text) IS 'Removes the open organization''s key at a vendor. Recorded in the audit log. False: there is none.';

REVOKE ALL ON FUNCTION intelligence.remove_model_key(p_vendor text) FROM PUBLIC;
GRANT ALL ON FUNCTION intelligence.remove_model_key(p_vendor text) TO sb_api;
