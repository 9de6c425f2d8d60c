-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal.org(p_rank integer DEFAULT 1) RETURNS uuid
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
    if (split_part(v_body, '.', 4)::int >= p_rank) is not true then return null; end if;
    return nullif(split_part(v_body, '.', 3), '')::uuid;
end $$;

ALTER FUNCTION seal.org(p_rank integer) OWNER TO sb_seal;

COMMENT ON FUNCTION seal.org(p_rank integer) IS 'The organization of the open context if its rank is at least the given one, else null. Raises CredentialRefusedError if the context is forged or expired.';

REVOKE ALL ON FUNCTION seal.org(p_rank integer) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.org(p_rank integer) TO sb_tenant;
GRANT ALL ON FUNCTION seal.org(p_rank integer) TO sb_gate;
GRANT ALL ON FUNCTION seal.org(p_rank integer) TO sb_queue;
