-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.is_word_taken(p_nonce bytea, p_mac bytea) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return coalesce(seal_private.is_vouched('accounts.elsewhere', array['is_word_taken', encode(p_nonce, 'hex')],
                                            p_mac), false);
end $$;

ALTER FUNCTION seal_auth.is_word_taken(p_nonce bytea, p_mac bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.is_word_taken(p_nonce bytea, p_mac bytea) IS 'True if the process that made the MAC, over the word is_word_taken and the nonce, has the key by which it vouches for the people of another auth server. It is asked before anybody is served.';

REVOKE ALL ON FUNCTION seal_auth.is_word_taken(p_nonce bytea, p_mac bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.is_word_taken(p_nonce bytea, p_mac bytea) TO sb_auth;
