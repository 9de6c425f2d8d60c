-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION system.keep_answer(p_key text, p_status integer, p_location text, p_body bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    update public.idempotency_keys k set status = p_status, location = p_location, body = p_body
     where k.org_id = seal.org(1) and k.actor = coalesce(seal.subject('key'), seal.user_id()) and k.key = p_key
       and k.status is null;
end $$;

ALTER FUNCTION system.keep_answer(p_key text, p_status integer, p_location text, p_body bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION system.keep_answer(p_key text, p_status integer, p_location text, p_body bytea) IS 'Keeps the answer of the request that has claimed the key, once. A null body is not repeated.';

REVOKE ALL ON FUNCTION system.keep_answer(p_key text, p_status integer, p_location text, p_body bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION system.keep_answer(p_key text, p_status integer, p_location text, p_body bytea) TO sb_api;
