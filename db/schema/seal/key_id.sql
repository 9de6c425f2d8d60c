-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal.key_id() RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context constant text[] := seal_private.context();
begin
    if v_context[1] = 'key' then
        return v_context[5]::uuid;
    elsif v_context[1] in ('job', 'system', 'billing') then
        return (select j.requested_key from public.jobs j
                 where j.org_id = v_context[3]::uuid and j.id = v_context[5]::uuid);
    end if;
    return null;
end $$;

ALTER FUNCTION seal.key_id() OWNER TO sb_seal;

COMMENT ON FUNCTION seal.key_id() IS 'The API key that opened the context, or that asked for the job that it is of. Null: there is none.';

REVOKE ALL ON FUNCTION seal.key_id() FROM PUBLIC;
GRANT ALL ON FUNCTION seal.key_id() TO sb_tenant;
GRANT ALL ON FUNCTION seal.key_id() TO sb_gate;
GRANT ALL ON FUNCTION seal.key_id() TO sb_queue;
