-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.account(p_proof bytea, OUT id uuid, OUT email text, OUT email_confirmed_at timestamp with time zone, OUT new_email text, OUT user_metadata jsonb, OUT app_metadata jsonb, OUT has_password boolean, OUT last_sign_in_at timestamp with time zone, OUT created_at timestamp with time zone, OUT updated_at timestamp with time zone, OUT session uuid, OUT level integer, OUT methods jsonb, OUT factors jsonb, OUT identities jsonb) RETURNS record
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me record;
begin
    select * into v_me from seal_private.person_before_second_step(p_proof);
    factors := seal_private.factors_of(v_me.person);
    identities := seal_private.identities_of(v_me.person);
    select u.id, u.email, u.email_confirmed_at, u.raw_user_meta_data, u.raw_app_meta_data,
           u.password_proof is not null, u.last_sign_in_at, u.created_at, u.updated_at,
           (select t.email from auth.one_time_tokens t
             where t.user_id = u.id and t.kind = 'email_new' and t.expires_at > clock_timestamp()
               and exists (select from auth.one_time_tokens o
                            where o.id in (t.id, t.relates_to) and o.used_at is null)
             order by t.created_at desc limit 1)
      into id, email, email_confirmed_at, user_metadata, app_metadata, has_password, last_sign_in_at, created_at,
           updated_at, new_email
      from auth.users u where u.id = v_me.person;
    select s.id, s.aal, s.amr into session, level, methods from auth.sessions s where s.id = v_me.session;
end $$;

ALTER FUNCTION seal_auth.account(p_proof bytea, OUT id uuid, OUT email text, OUT email_confirmed_at timestamp with time zone, OUT new_email text, OUT user_metadata jsonb, OUT app_metadata jsonb, OUT has_password boolean, OUT last_sign_in_at timestamp with time zone, OUT created_at timestamp with time zone, OUT updated_at timestamp with time zone, OUT session uuid, OUT level integer, OUT methods jsonb, OUT factors jsonb, OUT identities jsonb) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.account(p_proof bytea, OUT id uuid, OUT email text, OUT email_confirmed_at timestamp with time zone, OUT new_email text, OUT user_metadata jsonb, OUT app_metadata jsonb, OUT has_password boolean, OUT last_sign_in_at timestamp with time zone, OUT created_at timestamp with time zone, OUT updated_at timestamp with time zone, OUT session uuid, OUT level integer, OUT methods jsonb, OUT factors jsonb, OUT identities jsonb) IS 'The account of an access token or a cookie, also before the second step. Raises CredentialRefusedError.';

REVOKE ALL ON FUNCTION seal_auth.account(p_proof bytea, OUT id uuid, OUT email text, OUT email_confirmed_at timestamp with time zone, OUT new_email text, OUT user_metadata jsonb, OUT app_metadata jsonb, OUT has_password boolean, OUT last_sign_in_at timestamp with time zone, OUT created_at timestamp with time zone, OUT updated_at timestamp with time zone, OUT session uuid, OUT level integer, OUT methods jsonb, OUT factors jsonb, OUT identities jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.account(p_proof bytea, OUT id uuid, OUT email text, OUT email_confirmed_at timestamp with time zone, OUT new_email text, OUT user_metadata jsonb, OUT app_metadata jsonb, OUT has_password boolean, OUT last_sign_in_at timestamp with time zone, OUT created_at timestamp with time zone, OUT updated_at timestamp with time zone, OUT session uuid, OUT level integer, OUT methods jsonb, OUT factors jsonb, OUT identities jsonb) TO sb_auth;
