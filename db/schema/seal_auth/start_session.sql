-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone, p_aal integer, p_mac bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform seal_private.assert_accounts_elsewhere();
    if seal_private.is_vouched('accounts.elsewhere',
           array['start_session', encode(p_proof, 'hex'), p_user::text, p_session::text,
                 seal_private.vouched_moment(p_expires), p_aal::text], p_mac) is not true then
        raise exception 'nobody vouches for this' using errcode = '28000';
    end if;
    if not exists (select from public.profiles p where p.id = p_user) then
        raise exception 'no such person' using errcode = '28000';
    end if;
    begin
        perform seal_private.add_credential('session', p_proof, p_user, null, p_session, 4, p_expires, p_aal);
    exception when unique_violation then
        null;   -- another process was first with this token; or it was revoked, and stays so
    end;
end $$;

ALTER FUNCTION seal_auth.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone, p_aal integer, p_mac bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone, p_aal integer, p_mac bytea) IS 'Registers an access token that another auth server made and the process verified: its proof opens contexts for this person until it expires. p_aal: factors shown there, 1 or 2. Once registered it is never changed, so one that was revoked stays so. The MAC is over the word start_session and every argument before it. It may be shown again: it registers only the same token, of 256 bits that whoever repeats it does not have, for the same person until the same moment. Raises CredentialRefusedError where nobody vouches, NotAllowedError where accounts are ours.';

REVOKE ALL ON FUNCTION seal_auth.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone, p_aal integer, p_mac bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone, p_aal integer, p_mac bytea) TO sb_auth;
