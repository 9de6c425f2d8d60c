-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal.scopes() RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context constant text[] := seal_private.context();
begin
    if v_context[1] = 'key' then
        return (select k.scopes from public.api_keys k
                 where k.org_id = v_context[3]::uuid and k.id = v_context[5]::uuid);
    end if;
    return null;
end $$;

ALTER FUNCTION seal.scopes() OWNER TO sb_seal;

COMMENT ON FUNCTION seal.scopes() IS 'The scopes of the API key that opened the context; none: it is for everything. Null for another kind.';

REVOKE ALL ON FUNCTION seal.scopes() FROM PUBLIC;
GRANT ALL ON FUNCTION seal.scopes() TO sb_tenant;
