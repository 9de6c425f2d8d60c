-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION system.claim_key(p_key text, p_request bytea, OUT is_new boolean, OUT is_same boolean, OUT status integer, OUT location text, OUT body bytea) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_org   constant uuid := seal.org(1);
    v_actor constant uuid := coalesce(seal.subject('key'), seal.user_id());
begin
    if v_org is null or v_actor is null then
        raise exception 'members and their keys alone repeat a request' using errcode = '42501';
    end if;
    -- A key that is over is a new one, though nobody has removed it yet.
    delete from public.idempotency_keys k
     where k.org_id = v_org and k.actor = v_actor and k.key = p_key and k.expires_at <= now();
    -- Of two at once the second waits here until the first has committed, or is gone.
    insert into public.idempotency_keys (org_id, actor, key, request_sha256) values (v_org, v_actor, p_key, p_request)
    on conflict do nothing;
    is_new := found;
    if not is_new then
        select k.request_sha256 = p_request, k.status, k.location, k.body
          into is_same, claim_key.status, claim_key.location, claim_key.body
          from public.idempotency_keys k where k.org_id = v_org and k.actor = v_actor and k.key = p_key;
    end if;
end $$;

ALTER FUNCTION system.claim_key(p_key text, p_request bytea, OUT is_new boolean, OUT is_same boolean, OUT status integer, OUT location text, OUT body bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION system.claim_key(p_key text, p_request bytea, OUT is_new boolean, OUT is_same boolean, OUT status integer, OUT location text, OUT body bytea) IS 'Claims a key for the request whose sha256 this is. If the key is not new: true if it was the same request, and the answer that was kept of it.';

REVOKE ALL ON FUNCTION system.claim_key(p_key text, p_request bytea, OUT is_new boolean, OUT is_same boolean, OUT status integer, OUT location text, OUT body bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION system.claim_key(p_key text, p_request bytea, OUT is_new boolean, OUT is_same boolean, OUT status integer, OUT location text, OUT body bytea) TO sb_api;
