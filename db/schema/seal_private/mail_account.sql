-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.mail_account(p_user uuid, p_template text, p_params jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform seal_private.send_mail('00000000-0000-0000-0000-000000000000', p_template, u.email,
                                   seal_private.locale_of(p_user), p_params)
       from auth.users u where u.id = p_user;
end $$;

ALTER FUNCTION seal_private.mail_account(p_user uuid, p_template text, p_params jsonb) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.mail_account(p_user uuid, p_template text, p_params jsonb) IS 'tells a person what happened to their account';

REVOKE ALL ON FUNCTION seal_private.mail_account(p_user uuid, p_template text, p_params jsonb) FROM PUBLIC;
