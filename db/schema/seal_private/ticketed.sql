-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.ticketed(p_ticket bytea, p_email text) RETURNS uuid
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return (select t.id from auth.one_time_tokens t
             where lower(t.email) = lower(p_email) and t.ticket = sha256(p_ticket)
               and t.tried_by is distinct from pg_current_xact_id_if_assigned()::text::bigint);
end $$;

ALTER FUNCTION seal_private.ticketed(p_ticket bytea, p_email text) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.ticketed(p_ticket bytea, p_email text) IS 'the outcome of a try that counts';

REVOKE ALL ON FUNCTION seal_private.ticketed(p_ticket bytea, p_email text) FROM PUBLIC;
