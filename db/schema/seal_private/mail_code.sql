-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.mail_code(p_secret bytea) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select lpad((('x' || encode(substring(sha256('\x636f6465'::bytea || p_secret) from 1 for 7), 'hex'))
                 ::bit(56)::bigint % 1000000)::text, 6, '0')
$$;

ALTER FUNCTION seal_private.mail_code(p_secret bytea) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.mail_code(p_secret bytea) IS 'The six digits that stand in a mail beside the link.';

REVOKE ALL ON FUNCTION seal_private.mail_code(p_secret bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.mail_code(p_secret bytea) TO sb_gate;
