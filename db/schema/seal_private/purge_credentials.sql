-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.purge_credentials(p_limit integer) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    with expired as materialized (
        select c.stored from seal_private.credentials c where c.expires_at < now() - interval '7 days'
         order by c.expires_at limit p_limit for update skip locked
    ), removed as (
        delete from seal_private.credentials c using expired e where c.stored = e.stored returning 1
    )
    select count(*) from removed
$$;

ALTER FUNCTION seal_private.purge_credentials(p_limit integer) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.purge_credentials(p_limit integer) IS 'credentials that expired a week ago are deleted';

REVOKE ALL ON FUNCTION seal_private.purge_credentials(p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.purge_credentials(p_limit integer) TO sb_queue;
