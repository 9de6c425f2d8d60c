-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.describe_session(p_session uuid, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) RETURNS record
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    select s.user_id, s.id, s.refresh_counter, seal_private.refresh_mac(s.id, s.refresh_counter),
           u.email, s.aal, s.amr
      into account, session, counter, mac, address, level, methods
      from auth.sessions s join auth.users u on u.id = s.user_id where s.id = p_session;
end $$;

ALTER FUNCTION seal_private.describe_session(p_session uuid, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.describe_session(p_session uuid, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) IS 'what sign-in answers with';

REVOKE ALL ON FUNCTION seal_private.describe_session(p_session uuid, OUT account uuid, OUT session uuid, OUT counter integer, OUT mac bytea, OUT address text, OUT level integer, OUT methods jsonb) FROM PUBLIC;
