-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.purge_deliveries(p_keep interval, p_limit integer) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    with old as materialized (
        select d.ctid as place from public.deliveries d
         where d.created_at < queue.now() - p_keep and d.status <> 'queued'
         order by d.created_at limit p_limit for update skip locked
    ), removed as (
        delete from public.deliveries d where d.ctid = any (array(select o.place from old o)) returning 1
    )
    select count(*) from removed
$$;

ALTER FUNCTION seal_private.purge_deliveries(p_keep interval, p_limit integer) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.purge_deliveries(p_keep interval, p_limit integer) IS 'mails are removed with the jobs that sent them';

REVOKE ALL ON FUNCTION seal_private.purge_deliveries(p_keep interval, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.purge_deliveries(p_keep interval, p_limit integer) TO sb_queue;
