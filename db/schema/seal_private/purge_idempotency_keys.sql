-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.purge_idempotency_keys(p_limit integer) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    with over as materialized (
        select o.org_id, o.actor, o.key from public.idempotency_keys o
         where o.expires_at <= now() order by o.expires_at limit p_limit for update skip locked
    ), removed as (
        delete from public.idempotency_keys k using over o
         where k.org_id = o.org_id and k.actor = o.actor and k.key = o.key returning 1
    )
    select count(*) from removed
$$;

ALTER FUNCTION seal_private.purge_idempotency_keys(p_limit integer) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.purge_idempotency_keys(p_limit integer) IS 'keys that are over are removed';

REVOKE ALL ON FUNCTION seal_private.purge_idempotency_keys(p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.purge_idempotency_keys(p_limit integer) TO sb_queue;
