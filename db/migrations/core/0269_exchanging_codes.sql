-- migrate:up

-- The second half of a flow (see auth.flows): the link is used up in a browser, and its code is exchanged by the
-- program that began.

create function seal_auth.verify_in_flow(
    p_secret bytea, p_kinds text[], p_browser bytea, p_code_hash bytea, out outcome text, out redirect_to text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_token  uuid;
    v_flow   record;
    v_proven record;
begin
    perform seal_private.assert_own_accounts();
    select t.id into v_token from auth.one_time_tokens t
     where t.stored = sha256(p_secret) and t.kind = any (p_kinds);
    select f.* into v_flow from auth.flows f where f.token_id = v_token for update;
    if not found then
        outcome := 'no_flow';
        return;
    end if;
    select * into v_proven from seal_private.prove_one_time(v_token);
    outcome := v_proven.outcome;
    if outcome <> 'proven' then
        return;
    end if;
    update auth.flows f
       set user_id = v_proven.proven, email = v_proven.address, method = v_proven.method, code_hash = p_code_hash,
           expires_at = clock_timestamp() + interval '5 minutes'
     where f.id = v_flow.id and f.browser = p_browser and f.used_at is null and f.expires_at > clock_timestamp();
    if found then
        outcome := 'coded';
        redirect_to := v_flow.redirect_to;
    end if;
end $$;
comment on function seal_auth.verify_in_flow(bytea, text[], bytea, bytea) is
    'Uses the 32 bytes of a link up whose mail a program asked for, and starts no session. coded: the browser is the '
    'one that began, and the code with this sha256 is good for five minutes; proven: it is another one, and the '
    'address is proven; refused: used, expired or unknown; no_flow: nothing was used up, see verify_link().';

create function seal_auth.exchange_code(
    p_code bytea, p_verifier bytea, p_device bytea, p_ip inet, p_agent text, out outcome text, out account uuid,
    out session uuid, out counter int, out mac bytea, out address text, out level int, out methods jsonb)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_flow  record;
    v_new   uuid;
    v_found record;
begin
    perform seal_private.assert_own_accounts();
    outcome := 'refused';
    -- a code is used up by whoever shows it, also with a wrong verifier: then two hold it
    update auth.flows f set used_at = clock_timestamp()
     where f.code_hash = sha256(p_code) and f.used_at is null and f.expires_at > clock_timestamp()
    returning f.* into v_flow;
    if (v_flow.challenge = sha256(p_verifier)) is not true or seal_private.is_banned(v_flow.user_id)
       or not exists (select from auth.users u where u.id = v_flow.user_id and lower(u.email) = lower(v_flow.email))
    then
        return;
    end if;
    outcome := 'signed_in';
    v_new := seal_private.sign_in(v_flow.user_id, v_flow.method, p_device, p_ip, p_agent);
    select * into v_found from seal_private.describe_session(v_new);
    account := v_found.account; session := v_found.session; counter := v_found.counter; mac := v_found.mac;
    address := v_found.address; level := v_found.level; methods := v_found.methods;
end $$;
comment on function seal_auth.exchange_code(bytea, bytea, bytea, inet, text) is
    'Signs in by the code of a flow and the verifier of the program that began it. refused: either is wrong, or the '
    'code was shown before, is older than five minutes, or the account has another address by now.';

select seal_private.admit('seal_auth.verify_in_flow(bytea, text[], bytea, bytea)', 'sb_gate', '{sb_auth}',
           'the secret of a mail is shown before there is a context'),
       seal_private.admit('seal_auth.exchange_code(bytea, bytea, bytea, inet, text)', 'sb_gate', '{sb_auth}',
           'a code and a verifier are shown before there is a context');

-- migrate:down
