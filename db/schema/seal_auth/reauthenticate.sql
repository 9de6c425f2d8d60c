-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.reauthenticate(p_proof bytea, p_ip inet) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me    constant record := seal_private.person_of(p_proof);
    v_email constant text := (select u.email from auth.users u where u.id = v_me.person);
    v_wait  constant int := seal_private.wait_for_mail('reauth', v_email, p_ip);
    v_token uuid;
begin
    if v_wait > 0 then
        return v_wait;
    end if;
    v_token := seal_private.issue_one_time('reauth', v_email, v_me.person, '10 minutes');
    update auth.one_time_tokens t set relates_to = v_me.session where t.id = v_token;
    perform seal_private.mail_secret_to('reauthenticate', v_token, v_email, seal_private.locale_of(v_me.person), '{}',
                                        true);
    return 0;
end $$;

ALTER FUNCTION seal_auth.reauthenticate(p_proof bytea, p_ip inet) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.reauthenticate(p_proof bytea, p_ip inet) IS 'Mails a code that changes the password within ten minutes, in this session. Returns 0, or the seconds to wait.';

REVOKE ALL ON FUNCTION seal_auth.reauthenticate(p_proof bytea, p_ip inet) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.reauthenticate(p_proof bytea, p_ip inet) TO sb_auth;
