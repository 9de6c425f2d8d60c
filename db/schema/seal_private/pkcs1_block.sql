-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.pkcs1_block(p_hash bytea, p_length integer) RETURNS bytea
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select '\x0001'::bytea || decode(repeat('ff', p_length - 54), 'hex')
           || '\x003031300d060960864801650304020105000420'::bytea || p_hash
$$;

ALTER FUNCTION seal_private.pkcs1_block(p_hash bytea, p_length integer) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.pkcs1_block(p_hash bytea, p_length integer) IS 'signatures of passkeys';

REVOKE ALL ON FUNCTION seal_private.pkcs1_block(p_hash bytea, p_length integer) FROM PUBLIC;
