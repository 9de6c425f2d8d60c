-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.create_account(p_email text, p_full_name text) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_user uuid;
begin
    perform seal_private.assert_own_accounts();
    insert into auth.users (email, email_confirmed_at, raw_user_meta_data)
    values (p_email, now(), jsonb_build_object('full_name', p_full_name)) returning id into v_user;
    perform seal_private.ensure_profile(v_user, p_email, p_full_name, now());
    return v_user;
end $$;

ALTER FUNCTION core.create_account(p_email text, p_full_name text) OWNER TO sb_gate;

COMMENT ON FUNCTION core.create_account(p_email text, p_full_name text) IS 'Creates a person who can sign in by mail, with an address that the installer vouches for. Raises AddressTakenError if the address has an account. For the installer: no login may call it.';

REVOKE ALL ON FUNCTION core.create_account(p_email text, p_full_name text) FROM PUBLIC;
