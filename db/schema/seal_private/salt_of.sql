-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.salt_of(p_email text) RETURNS bytea
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_made_up constant bytea := substr(seal_private.new_mail_secret('salt.' || lower(p_email)), 1, 16);
begin
    return coalesce((select u.password_salt from auth.users u where lower(u.email) = lower(p_email)), v_made_up);
end $$;

ALTER FUNCTION seal_private.salt_of(p_email text) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.salt_of(p_email text) IS 'any address has a salt';

REVOKE ALL ON FUNCTION seal_private.salt_of(p_email text) FROM PUBLIC;
