-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.add_to_session(p_session uuid, p_provider text, p_subject text, p_address text, p_is_verified boolean, p_name text, OUT outcome text, OUT person uuid) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    select s.user_id into person from auth.sessions s
     where s.id = p_session and s.revoked_at is null and least(s.not_after, s.not_idle_after) > clock_timestamp()
       and (s.aal = 2 or not seal_private.has_factor(s.user_id));
    outcome := 'refused';
    if person is null then
        return;
    end if;
    perform seal_private.lock_person(person);
    outcome := 'known';
    if exists (select from auth.identities i where i.provider = p_provider and i.provider_id = p_subject) then
        outcome := 'taken';
    elsif (select count(*) from auth.identities i where i.user_id = person) >= 10 then
        outcome := 'too_many';
    elsif seal_private.add_identity(person, p_provider, p_subject, p_address, p_is_verified, p_name) is null then
        outcome := 'taken';
    end if;
end $$;

ALTER FUNCTION seal_private.add_to_session(p_session uuid, p_provider text, p_subject text, p_address text, p_is_verified boolean, p_name text, OUT outcome text, OUT person uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.add_to_session(p_session uuid, p_provider text, p_subject text, p_address text, p_is_verified boolean, p_name text, OUT outcome text, OUT person uuid) IS 'adds an account at a provider to the person who asked';

REVOKE ALL ON FUNCTION seal_private.add_to_session(p_session uuid, p_provider text, p_subject text, p_address text, p_is_verified boolean, p_name text, OUT outcome text, OUT person uuid) FROM PUBLIC;
