-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.binding() RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select pg_backend_pid() || '.' || extract(epoch from transaction_timestamp())
$$;

ALTER FUNCTION seal_private.binding() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.binding() IS 'the backend and the transaction that a context is bound to';

REVOKE ALL ON FUNCTION seal_private.binding() FROM PUBLIC;
