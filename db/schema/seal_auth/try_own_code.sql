-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.try_own_code(p_proof bytea, p_code text) RETURNS bytea
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me constant record := seal_private.person_of(p_proof);
begin
    return seal_private.try_one_time(
        (select n.id from auth.one_time_tokens n
          where n.kind = 'reauth' and n.relates_to = v_me.session
            and n.used_at is null and n.expires_at > clock_timestamp()
          order by n.created_at desc, n.id limit 1), p_code);
end $$;

ALTER FUNCTION seal_auth.try_own_code(p_proof bytea, p_code text) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.try_own_code(p_proof bytea, p_code text) IS 'Tries the newest code of seal_auth.reauthenticate() in this session, five times each. Says nothing of it, but a ticket: if the code is right and the transaction commits, seal_auth.change_password() takes the ticket in another one.';

REVOKE ALL ON FUNCTION seal_auth.try_own_code(p_proof bytea, p_code text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.try_own_code(p_proof bytea, p_code text) TO sb_auth;
