-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.mail_secret_to(p_template text, p_token uuid, p_email text, p_locale text, p_params jsonb, p_is_sent boolean) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform seal_private.begin_flow(p_token, p_params -> 'flow', p_params ->> 'redirect_to'),
            seal_private.send_mail('00000000-0000-0000-0000-000000000000', p_template,
                                   case when p_is_sent then p_email end, seal_private.as_locale(p_locale),
                                   coalesce(p_params, '{}') - 'flow', p_token);
end $$;

ALTER FUNCTION seal_private.mail_secret_to(p_template text, p_token uuid, p_email text, p_locale text, p_params jsonb, p_is_sent boolean) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.mail_secret_to(p_template text, p_token uuid, p_email text, p_locale text, p_params jsonb, p_is_sent boolean) IS 'a mail with a secret, or one that is only written';

REVOKE ALL ON FUNCTION seal_private.mail_secret_to(p_template text, p_token uuid, p_email text, p_locale text, p_params jsonb, p_is_sent boolean) FROM PUBLIC;
