-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.confirm_email(p_user uuid, p_email text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_since timestamptz;
    v_email text;
begin
    if not seal_private.owns_auth() then
        raise exception 'addresses are confirmed by the auth server of this database' using errcode = '0A000';
    end if;
    -- The address is named: the account may have another by now than the one that the proof was sent to.
    update auth.users u set email_confirmed_at = coalesce(u.email_confirmed_at, now())
     where u.id = p_user and lower(u.email) = lower(p_email)
    returning u.email_confirmed_at, u.email into v_since, v_email;
    if not found then
        raise exception 'this person has another address' using errcode = 'P0002';
    end if;
    perform seal_auth.ensure_profile(p_user, v_email, null, v_since);
end $$;

ALTER FUNCTION seal_auth.confirm_email(p_user uuid, p_email text) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.confirm_email(p_user uuid, p_email text) IS 'Records that the person has proven that the address is theirs: from the next transaction on they see the invitations to it. Raises NotFoundError if the account has another address.';

REVOKE ALL ON FUNCTION seal_auth.confirm_email(p_user uuid, p_email text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.confirm_email(p_user uuid, p_email text) TO sb_auth;
