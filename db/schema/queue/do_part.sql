-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.do_part(p_task text, p_keep interval, p_limit integer) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return case p_task when 'keys'    then queue.end_with_keys(p_limit)
                       when 'promote' then queue.promote(p_limit)
                       when 'rescue'  then queue.rescue(p_limit)
                       when 'sweep'   then queue.sweep(p_keep, p_limit)
                       when 'purge'   then seal_private.purge_credentials(p_limit)
                                            + seal_private.purge_deliveries(p_keep, p_limit)
                                            + seal_private.purge_accounts(p_limit)
                                            + seal_private.purge_permits(p_limit)
                                            + seal_private.purge_idempotency_keys(p_limit)
                       when 'chain'   then system.chain_audit_log(p_limit) end;
end $$;

ALTER FUNCTION queue.do_part(p_task text, p_keep interval, p_limit integer) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.do_part(p_task text, p_keep interval, p_limit integer) IS 'a part of queue.tick()';

REVOKE ALL ON FUNCTION queue.do_part(p_task text, p_keep interval, p_limit integer) FROM PUBLIC;
