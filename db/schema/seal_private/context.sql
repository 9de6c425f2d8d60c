-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.context() RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context text := current_setting('seal.context', true);
    v_body    text;
    v_ipad    bytea;
    v_opad    bytea;
begin
    if v_context is null or v_context = '' then return null; end if;
    v_body := left(v_context, -65);
    select k.ipad, k.opad into v_ipad, v_opad from seal_private.keys k
     where k.purpose = 'context' and k.version::text = split_part(v_body, '.', 7)
       and (k.expires_at is null or k.expires_at > clock_timestamp());
    if encode(sha256(v_opad || sha256(v_ipad || convert_to(v_body || '.' || pg_backend_pid() || '.'
                         || extract(epoch from transaction_timestamp()), 'UTF8'))), 'hex')
       is distinct from right(v_context, 64) then
        raise exception 'forged tenant context' using errcode = '28000';
    end if;
    if split_part(v_body, '.', 6)::bigint < extract(epoch from clock_timestamp()) then
        raise exception 'the tenant context has expired' using errcode = '28000';
    end if;
    return string_to_array(v_body, '.');
end $$;

ALTER FUNCTION seal_private.context() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.context() IS 'verifies the context with the key';

REVOKE ALL ON FUNCTION seal_private.context() FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.context() TO sb_gate;
GRANT ALL ON FUNCTION seal_private.context() TO sb_queue;
