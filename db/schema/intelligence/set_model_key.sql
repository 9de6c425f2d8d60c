-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION intelligence.set_model_key(p_vendor text, p_secret text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_org constant uuid := seal.org(3);
begin
    if v_org is null then
        raise exception 'only an admin sets the keys of an organization' using errcode = '42501';
    end if;
    -- Looked at before the row is written: what the server says of a row that breaks a rule would hold the key.
    if (p_vendor in ('openai', 'anthropic')) is not true then
        raise exception 'no such vendor'
            using errcode = '23514', schema = 'public', table = 'model_keys', column = 'vendor',
                constraint = 'model_keys_vendor_known';
    end if;
    if (p_secret ~ '^[!-~]+$' and length(p_secret) between 8 and 1000) is not true then
        raise exception 'this is no key'
            using errcode = '23514', schema = 'public', table = 'model_keys', column = 'secret',
                constraint = 'model_keys_secret_is_a_word';
    end if;
    insert into public.model_keys as k (org_id, vendor, secret) values (v_org, p_vendor, p_secret)
    on conflict (org_id, vendor) do update set secret = excluded.secret, set_by = seal.user_id();
    perform system.record('model_key.set', 'model_keys', p_vendor);
end $_$;

ALTER FUNCTION intelligence.set_model_key(p_vendor text, p_secret text) OWNER TO sb_gate;

COMMENT ON FUNCTION intelligence.set_model_key(p_vendor text, p_secret text) IS 'Sets the open organization''s key at a vendor, or replaces it. Recorded in the audit log, without the key.';

REVOKE ALL ON FUNCTION intelligence.set_model_key(p_vendor text, p_secret text) FROM PUBLIC;
GRANT ALL ON FUNCTION intelligence.set_model_key(p_vendor text, p_secret text) TO sb_api;
