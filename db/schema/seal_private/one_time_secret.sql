-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.one_time_secret(p_token uuid) RETURNS bytea
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return (select m.secret
              from auth.one_time_tokens t, unnest(seal_private.mail_secrets('one-time.' || t.id)) m (secret)
             where t.id = p_token and t.stored = sha256(m.secret));
end $$;

ALTER FUNCTION seal_private.one_time_secret(p_token uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.one_time_secret(p_token uuid) IS 'the secret of a mail, for the function that gives it to the job that sends the mail';

REVOKE ALL ON FUNCTION seal_private.one_time_secret(p_token uuid) FROM PUBLIC;
