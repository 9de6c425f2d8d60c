-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal.open_person(p_proof bytea) RETURNS uuid
    LANGUAGE plpgsql STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_credential seal_private.credentials;
begin
    perform seal_private.assert_clean();
    select * into v_credential from seal_private.credentials c
     where c.stored = sha256(p_proof) and c.kind = 'session' and c.revoked_at is null
       and c.expires_at > clock_timestamp();
    if not found then
        raise exception 'unknown, expired or revoked credential' using errcode = '28000';
    end if;
    perform seal_private.bind('session', v_credential.user_id, null, 0, v_credential.subject, v_credential.expires_at);
    return v_credential.user_id;
end $$;

ALTER FUNCTION seal.open_person(p_proof bytea) OWNER TO sb_seal;

COMMENT ON FUNCTION seal.open_person(p_proof bytea) IS 'Opens a person between organizations: own profile, memberships and invitations, founding an organization. Returns who it is.';

REVOKE ALL ON FUNCTION seal.open_person(p_proof bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.open_person(p_proof bytea) TO sb_tenant;
