-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.change_email(p_user uuid, p_email text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if not seal_private.owns_auth() then
        raise exception 'addresses are changed at the auth server of this database' using errcode = '0A000';
    end if;
    update auth.users u set email = p_email, email_confirmed_at = null where u.id = p_user;
    if not found then
        raise exception 'no such person' using errcode = 'P0002';
    end if;
    perform seal_auth.ensure_profile(p_user, p_email, null, null);
end $$;

ALTER FUNCTION seal_auth.change_email(p_user uuid, p_email text) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.change_email(p_user uuid, p_email text) IS 'Sets another address, which is not proven yet; the one before counts no more. Raises AddressTakenError if the address has an account.';

REVOKE ALL ON FUNCTION seal_auth.change_email(p_user uuid, p_email text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.change_email(p_user uuid, p_email text) TO sb_auth;
