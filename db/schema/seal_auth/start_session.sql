-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone, p_aal integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform seal_private.assert_accounts_elsewhere();
    if not exists (select from public.profiles p where p.id = p_user) then
        raise exception 'no such person' using errcode = '28000';
    end if;
    begin
        perform seal_private.add_credential('session', p_proof, p_user, null, p_session, 4, p_expires, p_aal);
    exception when unique_violation then
        null;   -- another process was first with this token; or it was revoked, and stays so
    end;
end $$;

ALTER FUNCTION seal_auth.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone, p_aal integer) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone, p_aal integer) IS 'Registers an access token that another auth server made and our code verified: its proof opens contexts for this person until it expires. p_aal: factors shown there, 1 or 2. Once registered it is never changed, so one that was revoked stays so. Raises NotAllowedError where accounts are ours.';

REVOKE ALL ON FUNCTION seal_auth.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone, p_aal integer) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.start_session(p_proof bytea, p_user uuid, p_session uuid, p_expires timestamp with time zone, p_aal integer) TO sb_auth;
