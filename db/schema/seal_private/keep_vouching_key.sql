-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.keep_vouching_key(p_purpose text, p_key bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if (p_purpose in ('oauth.google', 'oauth.github', 'accounts.elsewhere')) is not true then
        raise exception 'nothing is vouched for by this name' using errcode = '22023';
    end if;
    delete from seal_private.keys k where k.purpose = p_purpose;
    if p_key is null then
        return found;
    end if;
    perform seal_private.store_key(p_purpose, p_key, '0 seconds');
    return true;
end $$;

ALTER FUNCTION seal_private.keep_vouching_key(p_purpose text, p_key bytea) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.keep_vouching_key(p_purpose text, p_key bytea) IS 'Replaces the key by which the process vouches for a provider or another auth server, of 32 bytes or more; null: there is none, and nothing counts. False if there was none to remove.';

REVOKE ALL ON FUNCTION seal_private.keep_vouching_key(p_purpose text, p_key bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.keep_vouching_key(p_purpose text, p_key bytea) TO sb_gate;
