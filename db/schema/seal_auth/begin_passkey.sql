-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.begin_passkey(p_proof bytea, p_origin text, p_rp_id text, OUT outcome text, OUT id uuid, OUT challenge bytea, OUT expires_at timestamp with time zone, OUT account uuid, OUT address text, OUT known bytea[]) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me record;
begin
    select * into v_me from seal_private.person_before_second_step(p_proof);
    if not seal_private.may_change_passkeys(v_me.person, v_me.session) then
        outcome := 'second_step';
        return;
    end if;
    select coalesce(array_agg(k.credential_id order by k.created_at), '{}') into known
      from auth.passkeys k where k.user_id = v_me.person;
    if cardinality(known) >= 10 then
        outcome := 'too_many';
        return;
    end if;
    -- ten at most: the oldest go
    delete from auth.passkey_challenges c
     where c.session_id = v_me.session
       and c.id not in (select k.id from auth.passkey_challenges k where k.session_id = v_me.session
                         order by k.created_at desc, k.id limit 9);
    insert into auth.passkey_challenges as c (session_id, origin, rp_id) values (v_me.session, p_origin, p_rp_id)
    returning c.id, c.challenge, c.expires_at
         into begin_passkey.id, begin_passkey.challenge, begin_passkey.expires_at;
    select u.id, u.email into account, address from auth.users u where u.id = v_me.person;
    outcome := 'begun';
end $$;

ALTER FUNCTION seal_auth.begin_passkey(p_proof bytea, p_origin text, p_rp_id text, OUT outcome text, OUT id uuid, OUT challenge bytea, OUT expires_at timestamp with time zone, OUT account uuid, OUT address text, OUT known bytea[]) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.begin_passkey(p_proof bytea, p_origin text, p_rp_id text, OUT outcome text, OUT id uuid, OUT challenge bytea, OUT expires_at timestamp with time zone, OUT account uuid, OUT address text, OUT known bytea[]) IS 'Begins a passkey of the person: the challenge that their device signs, for five minutes, and the ids of those that they have. p_origin, p_rp_id: of our pages, from the settings. second_step: the session has to show a factor first; too_many: ten. Raises CredentialRefusedError.';

REVOKE ALL ON FUNCTION seal_auth.begin_passkey(p_proof bytea, p_origin text, p_rp_id text, OUT outcome text, OUT id uuid, OUT challenge bytea, OUT expires_at timestamp with time zone, OUT account uuid, OUT address text, OUT known bytea[]) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.begin_passkey(p_proof bytea, p_origin text, p_rp_id text, OUT outcome text, OUT id uuid, OUT challenge bytea, OUT expires_at timestamp with time zone, OUT account uuid, OUT address text, OUT known bytea[]) TO sb_auth;
