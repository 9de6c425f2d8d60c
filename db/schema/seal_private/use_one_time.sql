-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.use_one_time(p_token uuid, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT new_session uuid) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_proven record;
begin
    select * into v_proven from seal_private.prove_one_time(p_token);
    outcome := v_proven.outcome;
    if outcome = 'proven' then
        outcome := 'signed_in';
        new_session := seal_private.sign_in(v_proven.proven, v_proven.method, p_device, p_ip, p_agent);
    end if;
end $$;

ALTER FUNCTION seal_private.use_one_time(p_token uuid, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT new_session uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.use_one_time(p_token uuid, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT new_session uuid) IS 'uses a link or a code up, and signs in';

REVOKE ALL ON FUNCTION seal_private.use_one_time(p_token uuid, p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT new_session uuid) FROM PUBLIC;
