-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal.take_permits(p_bucket bytea, p_limit integer, p_seconds integer, p_want integer, OUT granted integer, OUT remaining integer) RETURNS record
    LANGUAGE sql STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select * from seal_private.take_permits(session_user::text, p_bucket, p_limit, p_seconds, p_want)
$$;

ALTER FUNCTION seal.take_permits(p_bucket bytea, p_limit integer, p_seconds integer, p_want integer, OUT granted integer, OUT remaining integer) OWNER TO sb_seal;

COMMENT ON FUNCTION seal.take_permits(p_bucket bytea, p_limit integer, p_seconds integer, p_want integer, OUT granted integer, OUT remaining integer) IS 'Takes up to so many permits of a bucket, which has a limit in each window of so many seconds; returns how many, and how many the window has left. A login has buckets of its own.';

REVOKE ALL ON FUNCTION seal.take_permits(p_bucket bytea, p_limit integer, p_seconds integer, p_want integer, OUT granted integer, OUT remaining integer) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.take_permits(p_bucket bytea, p_limit integer, p_seconds integer, p_want integer, OUT granted integer, OUT remaining integer) TO sb_api;
GRANT ALL ON FUNCTION seal.take_permits(p_bucket bytea, p_limit integer, p_seconds integer, p_want integer, OUT granted integer, OUT remaining integer) TO sb_gate;
