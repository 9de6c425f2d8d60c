-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.rotate_context_key(p_grace interval DEFAULT '00:15:00'::interval) RETURNS integer
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select seal_private.store_key('context',
        sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), p_grace)
$$;

ALTER FUNCTION seal_private.rotate_context_key(p_grace interval) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.rotate_context_key(p_grace interval) IS 'Replaces the key of contexts by a random one (366 bits of the server''s randomness, hashed to 256). Requests that run keep the old one for the grace.';

REVOKE ALL ON FUNCTION seal_private.rotate_context_key(p_grace interval) FROM PUBLIC;
