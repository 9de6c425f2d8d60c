-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.challenge_passkey(p_origin text, p_rp_id text, p_ip inet, OUT wait integer, OUT id uuid, OUT challenge bytea, OUT expires_at timestamp with time zone) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform seal_private.assert_own_accounts();
    wait := seal_private.take_try(seal_private.bucket('passkeys asked', seal_private.network_of(p_ip)), 300);
    if wait = 0 then
        insert into auth.passkey_challenges as c (origin, rp_id) values (p_origin, p_rp_id)
        returning c.id, c.challenge, c.expires_at
             into challenge_passkey.id, challenge_passkey.challenge, challenge_passkey.expires_at;
    end if;
end $$;

ALTER FUNCTION seal_auth.challenge_passkey(p_origin text, p_rp_id text, p_ip inet, OUT wait integer, OUT id uuid, OUT challenge bytea, OUT expires_at timestamp with time zone) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.challenge_passkey(p_origin text, p_rp_id text, p_ip inet, OUT wait integer, OUT id uuid, OUT challenge bytea, OUT expires_at timestamp with time zone) IS 'Begins a sign-in by passkey, for five minutes: the challenge that a device signs; or the seconds to wait, by network. p_origin, p_rp_id: of our pages, from the settings. The same whoever asks.';

REVOKE ALL ON FUNCTION seal_auth.challenge_passkey(p_origin text, p_rp_id text, p_ip inet, OUT wait integer, OUT id uuid, OUT challenge bytea, OUT expires_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.challenge_passkey(p_origin text, p_rp_id text, p_ip inet, OUT wait integer, OUT id uuid, OUT challenge bytea, OUT expires_at timestamp with time zone) TO sb_auth;
