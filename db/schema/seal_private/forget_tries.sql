-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.forget_tries(p_bucket bytea) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    delete from auth.tries t where t.bucket = p_bucket;
end $$;

ALTER FUNCTION seal_private.forget_tries(p_bucket bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.forget_tries(p_bucket bytea) IS 'a success ends the count';

REVOKE ALL ON FUNCTION seal_private.forget_tries(p_bucket bytea) FROM PUBLIC;
