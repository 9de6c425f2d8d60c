-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal.person() RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context text[] := seal_private.context();
begin
    if v_context[1] = 'session' and v_context[3] = '' then return v_context[2]::uuid; end if;
    return null;
end $$;

ALTER FUNCTION seal.person() OWNER TO sb_seal;

COMMENT ON FUNCTION seal.person() IS 'The person between organizations (seal.open_person); null inside an organization.';

REVOKE ALL ON FUNCTION seal.person() FROM PUBLIC;
GRANT ALL ON FUNCTION seal.person() TO sb_tenant;
GRANT ALL ON FUNCTION seal.person() TO sb_gate;
GRANT ALL ON FUNCTION seal.person() TO sb_queue;
