-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.try_one_time(p_token uuid, p_code text) RETURNS bytea
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_ticket  constant bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
    v_nobodys constant bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
begin
    update auth.one_time_tokens t
       set attempts = t.attempts + 1, tried_by = pg_current_xact_id()::text::bigint,
           ticket = case when seal_private.mail_code(seal_private.one_time_secret(t.id)) = p_code
                         then sha256(v_ticket) else coalesce(t.ticket, v_nobodys) end
     where t.id = p_token and t.attempts < 5;
    return v_ticket;
end $$;

ALTER FUNCTION seal_private.try_one_time(p_token uuid, p_code text) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.try_one_time(p_token uuid, p_code text) IS 'a try of a code counts before its outcome is known';

REVOKE ALL ON FUNCTION seal_private.try_one_time(p_token uuid, p_code text) FROM PUBLIC;
