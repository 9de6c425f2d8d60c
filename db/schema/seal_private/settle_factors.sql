-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.settle_factors(p_user uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_session uuid;
begin
    if not seal_private.has_factor(p_user) then
        delete from auth.recovery_codes c where c.user_id = p_user;
        -- a passkey is two factors by itself
        for v_session in
            update auth.sessions s set aal = 1
             where s.user_id = p_user and s.aal = 2 and s.revoked_at is null
               and not s.amr @> '[{"method": "passkey"}]'
            returning s.id
        loop
            perform seal_private.lower_level(v_session);
        end loop;
    end if;
    perform seal_private.mail_account(p_user, 'factors_changed', '{}');
end $$;

ALTER FUNCTION seal_private.settle_factors(p_user uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.settle_factors(p_user uuid) IS 'the last factor takes the recovery codes along';

REVOKE ALL ON FUNCTION seal_private.settle_factors(p_user uuid) FROM PUBLIC;
