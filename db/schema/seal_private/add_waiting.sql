-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.add_waiting(p_proof bytea, p_session uuid, p_until timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_expires constant timestamptz := least(clock_timestamp() + interval '1 hour', p_until);
begin
    if (octet_length(p_proof) = 32) is not true then
        raise exception 'a proof is a sha256 of 32 bytes' using errcode = '22023';
    end if;
    insert into auth.waiting_tokens (stored, session_id, expires_at) values (sha256(p_proof), p_session, v_expires);
    return v_expires;
end $$;

ALTER FUNCTION seal_private.add_waiting(p_proof bytea, p_session uuid, p_until timestamp with time zone) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.add_waiting(p_proof bytea, p_session uuid, p_until timestamp with time zone) IS 'a token that waits for the second step';

REVOKE ALL ON FUNCTION seal_private.add_waiting(p_proof bytea, p_session uuid, p_until timestamp with time zone) FROM PUBLIC;
