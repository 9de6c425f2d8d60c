-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.challenge_factor(p_proof bytea, p_factor uuid, OUT id uuid, OUT expires_at timestamp with time zone) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me record;
begin
    select * into v_me from seal_private.person_before_second_step(p_proof);
    perform from auth.factors f
      where f.id = p_factor and f.user_id = v_me.person and (f.verified_at is not null or not v_me.waits);
    if not found then
        return;
    end if;
    -- ten at most: the oldest go
    delete from auth.challenges c
     where c.session_id = v_me.session
       and c.id not in (select k.id from auth.challenges k where k.session_id = v_me.session
                         order by k.created_at desc, k.id limit 9);
    insert into auth.challenges as c (factor_id, session_id) values (p_factor, v_me.session)
    returning c.id, c.expires_at into challenge_factor.id, challenge_factor.expires_at;
end $$;

ALTER FUNCTION seal_auth.challenge_factor(p_proof bytea, p_factor uuid, OUT id uuid, OUT expires_at timestamp with time zone) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.challenge_factor(p_proof bytea, p_factor uuid, OUT id uuid, OUT expires_at timestamp with time zone) IS 'Begins the second step of a session with a factor of the person''s, for five minutes; null: they have none of this id. Raises CredentialRefusedError.';

REVOKE ALL ON FUNCTION seal_auth.challenge_factor(p_proof bytea, p_factor uuid, OUT id uuid, OUT expires_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.challenge_factor(p_proof bytea, p_factor uuid, OUT id uuid, OUT expires_at timestamp with time zone) TO sb_auth;
