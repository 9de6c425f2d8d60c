-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION intelligence.model_key(p_vendor text) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context constant text[] := seal_private.context();
begin
    if (v_context[1] = 'job') is not true then
        raise exception 'a key of a model is for jobs alone' using errcode = '42501';
    end if;
    return (select k.secret from public.model_keys k where k.org_id = v_context[3]::uuid and k.vendor = p_vendor);
end $$;

ALTER FUNCTION intelligence.model_key(p_vendor text) OWNER TO sb_gate;

COMMENT ON FUNCTION intelligence.model_key(p_vendor text) IS 'The open organization''s key at a vendor, inside a job of it. Null: it has none.';

REVOKE ALL ON FUNCTION intelligence.model_key(p_vendor text) FROM PUBLIC;
GRANT ALL ON FUNCTION intelligence.model_key(p_vendor text) TO sb_worker;
