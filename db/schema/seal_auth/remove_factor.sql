-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.remove_factor(p_proof bytea, p_factor uuid) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me       record;
    v_verified timestamptz;
begin
    select * into v_me from seal_private.person_before_second_step(p_proof);
    if seal_private.has_factor(v_me.person)
       and (select s.aal from auth.sessions s where s.id = v_me.session) < 2 then
        return 'second_step';
    end if;
    perform seal_private.lock_person(v_me.person);
    delete from auth.factors f where f.id = p_factor and f.user_id = v_me.person
    returning f.verified_at into v_verified;
    if not found then
        return 'unknown';
    end if;
    if v_verified is not null then
        perform seal_private.record_account(v_me.person, 'account.factor_removed',
            jsonb_build_object('factor', p_factor)),
                seal_private.settle_factors(v_me.person);
    end if;
    return 'removed';
end $$;

ALTER FUNCTION seal_auth.remove_factor(p_proof bytea, p_factor uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.remove_factor(p_proof bytea, p_factor uuid) IS 'Removes one of the person''s own factors. With the last one their recovery codes go, and there is no second step. unknown: they have none of this id; second_step: the session has to show a factor first. Raises CredentialRefusedError.';

REVOKE ALL ON FUNCTION seal_auth.remove_factor(p_proof bytea, p_factor uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.remove_factor(p_proof bytea, p_factor uuid) TO sb_auth;
