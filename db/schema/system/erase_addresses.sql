-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION system.erase_addresses(p_org uuid, p_before timestamp with time zone) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS $$
declare
    v_count bigint;
begin
    if (seal_private.is_operator() or p_org = seal.org(4)) is not true then
        raise exception 'not allowed to erase this' using errcode = '42501';
    end if;
    if p_before is null then
        raise exception 'a time has to be given' using errcode = '22004';
    end if;
    perform seal_private.make_heads(array[p_org]);
    perform from public.audit_heads h where h.org_id = p_org for update;
    if not found then
        raise exception 'no such organization' using errcode = 'P0002';
    end if;
    -- What is not chained yet is chained first: the digest has to be made while there is an address.
    perform seal_private.chain_events(p_org, null);
    update public.audit_log a set ip = null, user_agent = null, address_salt = null
     where a.org_id = p_org and a.created_at < p_before and num_nonnulls(a.ip, a.user_agent) > 0;
    get diagnostics v_count = row_count;
    if v_count > 0 then
        perform system.record_for(p_org, 'audit_log.addresses_erased', 'audit_log', null,
                                  jsonb_build_object('before', p_before, 'events', v_count));
    end if;
    return v_count;
end $$;

ALTER FUNCTION system.erase_addresses(p_org uuid, p_before timestamp with time zone) OWNER TO sb_gate;

COMMENT ON FUNCTION system.erase_addresses(p_org uuid, p_before timestamp with time zone) IS 'Erases ip and user agent of an organization''s events from before this time; the chain stays whole. For an owner, or the operator. Recorded in the audit log. Of how many events.';

REVOKE ALL ON FUNCTION system.erase_addresses(p_org uuid, p_before timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION system.erase_addresses(p_org uuid, p_before timestamp with time zone) TO sb_api;
