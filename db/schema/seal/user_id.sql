-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal.user_id() RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return nullif((seal_private.context())[2], '')::uuid;
end $$;

ALTER FUNCTION seal.user_id() OWNER TO sb_seal;

COMMENT ON FUNCTION seal.user_id() IS 'The person that the context acts for: of the session, the maker of the key, or the one who enqueued the job. Null for guests.';

REVOKE ALL ON FUNCTION seal.user_id() FROM PUBLIC;
GRANT ALL ON FUNCTION seal.user_id() TO sb_tenant;
GRANT ALL ON FUNCTION seal.user_id() TO sb_gate;
GRANT ALL ON FUNCTION seal.user_id() TO sb_queue;
