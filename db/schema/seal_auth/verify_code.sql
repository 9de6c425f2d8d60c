-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.verify_code(p_email text, p_code text, p_kinds text[], p_device bytea, p_ip inet, p_agent text, OUT wait integer, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_token uuid;
    v_used  record;
    v_found record;
begin
    perform seal_private.assert_own_accounts();
    wait := seal_private.wait_for('code', p_email, p_device, p_ip);
    outcome := 'refused';
    if wait > 0 then
        return;
    end if;
    -- the newest: an older mail's code is void, its link is not
    update auth.one_time_tokens t set attempts = t.attempts + 1
     where t.id = (select n.id from auth.one_time_tokens n
                    where lower(n.email) = lower(p_email) and n.kind = any (p_kinds) and n.kind <> 'reauth'
                      and n.used_at is null and n.expires_at > clock_timestamp()
                    order by n.created_at desc, n.id limit 1)
       and t.attempts < 5
    returning t.id into v_token;
    if (seal_private.mail_code(seal_private.one_time_secret(v_token)) = p_code) is not true then
        return;
    end if;
    perform seal_private.forget_tries(seal_private.bucket_of('code', p_email, p_device)),
            seal_private.take_back_try(seal_private.bucket('code', seal_private.network_of(p_ip)));
    select * into v_used from seal_private.use_one_time(v_token, p_device, p_ip, p_agent);
    outcome := v_used.outcome;
    select * into v_found from seal_private.describe_session(v_used.new_session);
    account := v_found.account; session := v_found.session; counter := v_found.counter; mac := v_found.mac;
    address := v_found.address; level := v_found.level; methods := v_found.methods;
end $$;

ALTER FUNCTION seal_auth.verify_code(p_email text, p_code text, p_kinds text[], p_device bytea, p_ip inet, p_agent text, OUT wait integer, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.verify_code(p_email text, p_code text, p_kinds text[], p_device bytea, p_ip inet, p_agent text, OUT wait integer, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) IS 'Does as verify_link(), by the address and the code of the newest mail of these kinds. Five tries a mail; they are counted and limited as those of passwords are.';

REVOKE ALL ON FUNCTION seal_auth.verify_code(p_email text, p_code text, p_kinds text[], p_device bytea, p_ip inet, p_agent text, OUT wait integer, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.verify_code(p_email text, p_code text, p_kinds text[], p_device bytea, p_ip inet, p_agent text, OUT wait integer, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) TO sb_auth;
