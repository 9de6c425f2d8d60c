-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.take_permits(p_bucket bytea, p_limit integer, p_seconds integer, p_want integer, OUT granted integer, OUT remaining integer) RETURNS record
    LANGUAGE sql STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select * from seal.take_permits(p_bucket, p_limit, p_seconds, p_want)
$$;

ALTER FUNCTION seal_auth.take_permits(p_bucket bytea, p_limit integer, p_seconds integer, p_want integer, OUT granted integer, OUT remaining integer) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.take_permits(p_bucket bytea, p_limit integer, p_seconds integer, p_want integer, OUT granted integer, OUT remaining integer) IS 'The same for the sign-in code, whose buckets no request of a tenant can name.';

REVOKE ALL ON FUNCTION seal_auth.take_permits(p_bucket bytea, p_limit integer, p_seconds integer, p_want integer, OUT granted integer, OUT remaining integer) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.take_permits(p_bucket bytea, p_limit integer, p_seconds integer, p_want integer, OUT granted integer, OUT remaining integer) TO sb_auth;
