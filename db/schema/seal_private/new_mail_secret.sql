-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.new_mail_secret(p_name text) RETURNS bytea
    LANGUAGE plpgsql STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_secret bytea := (seal_private.mail_secrets(p_name))[1];
begin
    if v_secret is null then
        perform seal_private.store_key('mail',
            sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())),
            interval '30 days');
        v_secret := (seal_private.mail_secrets(p_name))[1];
    end if;
    return v_secret;
end $$;

ALTER FUNCTION seal_private.new_mail_secret(p_name text) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.new_mail_secret(p_name text) IS 'The secret of what has this name, 32 bytes, under the newest key: for whoever stores its sha256. See seal_private.mail_secrets().';

REVOKE ALL ON FUNCTION seal_private.new_mail_secret(p_name text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.new_mail_secret(p_name text) TO sb_gate;
