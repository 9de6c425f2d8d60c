-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.create_user(p_email text, p_encrypted_password text, p_full_name text) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_user uuid;
begin
    if not seal_private.owns_auth() then
        raise exception 'accounts are made by the auth server of this database' using errcode = '0A000';
    end if;
    insert into auth.users (email, encrypted_password) values (p_email, p_encrypted_password) returning id into v_user;
    perform seal_auth.ensure_profile(v_user, p_email, p_full_name, null);
    return v_user;
end $$;

ALTER FUNCTION seal_auth.create_user(p_email text, p_encrypted_password text, p_full_name text) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.create_user(p_email text, p_encrypted_password text, p_full_name text) IS 'Creates a person who can sign in, with an address that is not proven yet (seal_auth.confirm_email). Raises AddressTakenError if the address has an account.';

REVOKE ALL ON FUNCTION seal_auth.create_user(p_email text, p_encrypted_password text, p_full_name text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.create_user(p_email text, p_encrypted_password text, p_full_name text) TO sb_auth;
