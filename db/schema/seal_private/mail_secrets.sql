-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.mail_secrets(p_name text) RETURNS bytea[]
    LANGUAGE sql STABLE STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select coalesce(array_agg(sha256(k.opad || sha256(k.ipad || convert_to(p_name, 'UTF8'))) order by k.version desc),
                    '{}')
      from seal_private.keys k
     where k.purpose = 'mail' and (k.expires_at is null or k.expires_at > clock_timestamp())
$$;

ALTER FUNCTION seal_private.mail_secrets(p_name text) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.mail_secrets(p_name text) IS 'The secret of what has this name, 32 bytes, under each key that is good: of the newest first. Names are ''one-time.'' and the id, ''invitation.'', the organization, a dot and the id.';

REVOKE ALL ON FUNCTION seal_private.mail_secrets(p_name text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.mail_secrets(p_name text) TO sb_gate;
