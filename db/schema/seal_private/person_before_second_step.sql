-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.person_before_second_step(p_proof bytea, OUT person uuid, OUT session uuid, OUT waits boolean) RETURNS record
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform seal_private.assert_own_accounts();
    select o.user_id, o.session_id, false into person, session, waits from seal_private.session_of(p_proof) o;
    if person is null then
        select s.user_id, s.id, true into person, session, waits
          from auth.waiting_tokens w join auth.sessions s on s.id = w.session_id
         where w.stored = sha256(p_proof) and w.expires_at > clock_timestamp() and s.revoked_at is null
           and least(s.not_after, s.not_idle_after) > clock_timestamp();
    end if;
    if person is null or seal_private.is_banned(person)
       or not exists (select from auth.users u where u.id = person) then
        raise exception 'unknown, expired or revoked credential' using errcode = '28000';
    end if;
end $$;

ALTER FUNCTION seal_private.person_before_second_step(p_proof bytea, OUT person uuid, OUT session uuid, OUT waits boolean) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.person_before_second_step(p_proof bytea, OUT person uuid, OUT session uuid, OUT waits boolean) IS 'who a proof is of, also one that waits for the second step';

REVOKE ALL ON FUNCTION seal_private.person_before_second_step(p_proof bytea, OUT person uuid, OUT session uuid, OUT waits boolean) FROM PUBLIC;
