-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.invitation_token(p_org uuid, p_secret bytea) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select 'sb_invitation_' || seal_private.base64url(uuid_send(p_org) || p_secret)
$$;

ALTER FUNCTION seal_private.invitation_token(p_org uuid, p_secret bytea) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.invitation_token(p_org uuid, p_secret bytea) IS 'The token of an invitation. Its proof is the sha256 of this text.';

REVOKE ALL ON FUNCTION seal_private.invitation_token(p_org uuid, p_secret bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.invitation_token(p_org uuid, p_secret bytea) TO sb_gate;
