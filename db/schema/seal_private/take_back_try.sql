-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.take_back_try(p_bucket bytea) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    update auth.tries t set failures = greatest(t.failures - 1, 0), blocked_until = clock_timestamp()
     where t.bucket = p_bucket;
end $$;

ALTER FUNCTION seal_private.take_back_try(p_bucket bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.take_back_try(p_bucket bytea) IS 'a success is no try of its network';

REVOKE ALL ON FUNCTION seal_private.take_back_try(p_bucket bytea) FROM PUBLIC;
