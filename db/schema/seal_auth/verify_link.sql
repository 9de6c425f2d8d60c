-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.verify_link(p_secret bytea, p_kinds text[], p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_used  record;
    v_found record;
begin
    perform seal_private.assert_own_accounts();
    select * into v_used from seal_private.use_one_time(
        (select t.id from auth.one_time_tokens t
          where t.stored = sha256(p_secret) and t.kind = any (p_kinds) and t.kind <> 'reauth'),
        p_device, p_ip, p_agent);
    outcome := v_used.outcome;
    select * into v_found from seal_private.describe_session(v_used.new_session);
    account := v_found.account; session := v_found.session; counter := v_found.counter; mac := v_found.mac;
    address := v_found.address; level := v_found.level; methods := v_found.methods;
end $$;

ALTER FUNCTION seal_auth.verify_link(p_secret bytea, p_kinds text[], p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.verify_link(p_secret bytea, p_kinds text[], p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) IS 'Uses the 32 bytes of a link up. signed_in, with a session; half_confirmed: the other address of a change of address has not said yes; email_changed; refused: used, expired, of another kind or unknown.';

REVOKE ALL ON FUNCTION seal_auth.verify_link(p_secret bytea, p_kinds text[], p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.verify_link(p_secret bytea, p_kinds text[], p_device bytea, p_ip inet, p_agent text, OUT outcome text, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) TO sb_auth;
