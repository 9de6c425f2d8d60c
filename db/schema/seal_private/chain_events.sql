-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.chain_events(p_org uuid, p_limit integer) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS $$
declare
    v_head  public.audit_heads;
    v_event public.audit_log;
    v_count bigint := 0;
begin
    select * into strict v_head from public.audit_heads h where h.org_id = p_org for update;
    -- From here on nobody else chains here, and the next statement sees all that was chained before.
    for v_event in
        select * from public.audit_log a
         where a.org_id = p_org and a.chain_no is null
           and not queue.is_aside('chain', p_org, a.id)
         order by a.created_at, a.id limit p_limit
    loop
        v_event.address_salt := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
        v_event.address_digest := seal_private.digest_of(
            'sealedbid audit address 1', encode(v_event.address_salt, 'hex'), v_event.ip::text, v_event.user_agent);
        v_event.chain_no := v_head.chain_no + 1;
        v_event.prev_hash := v_head.hash;
        v_event.hash := seal_private.digest_of(
            'sealedbid audit event 2', v_event.org_id::text, v_event.chain_no::text, encode(v_event.prev_hash, 'hex'),
            v_event.id::text, to_char(v_event.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            v_event.user_id::text, v_event.actor_kind, v_event.is_said::text, v_event.action, v_event.resource_type,
            v_event.resource_id, v_event.detail::text, encode(v_event.address_digest, 'hex'));
        update public.audit_log a
           set chain_no = v_event.chain_no, prev_hash = v_event.prev_hash, hash = v_event.hash,
               address_salt = v_event.address_salt, address_digest = v_event.address_digest
         where a.org_id = p_org and a.id = v_event.id;
        v_head.chain_no := v_event.chain_no;
        v_head.hash := v_event.hash;
        v_count := v_count + 1;
    end loop;
    if v_count > 0 then
        update public.audit_heads h set chain_no = v_head.chain_no, hash = v_head.hash where h.org_id = p_org;
    end if;
    return v_count;
end $$;

ALTER FUNCTION seal_private.chain_events(p_org uuid, p_limit integer) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.chain_events(p_org uuid, p_limit integer) IS 'Appends events of one organization to its chain, up to so many (null: all), by when they happened, but for what was put aside. It has to have a head. How many.';

REVOKE ALL ON FUNCTION seal_private.chain_events(p_org uuid, p_limit integer) FROM PUBLIC;
