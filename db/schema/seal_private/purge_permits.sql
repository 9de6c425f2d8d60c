-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.purge_permits(p_limit integer) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    with over as materialized (
        select o.bucket, o.window_start from seal_private.permits o
         where o.window_end < clock_timestamp() order by o.window_end limit p_limit for update skip locked
    ), removed as (
        delete from seal_private.permits p using over o
         where p.bucket = o.bucket and p.window_start = o.window_start returning 1
    )
    select count(*) from removed
$$;

ALTER FUNCTION seal_private.purge_permits(p_limit integer) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.purge_permits(p_limit integer) IS 'windows that are over are removed';

REVOKE ALL ON FUNCTION seal_private.purge_permits(p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.purge_permits(p_limit integer) TO sb_queue;
