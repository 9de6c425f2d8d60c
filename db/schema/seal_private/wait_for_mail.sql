-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.wait_for_mail(p_kind text, p_email text, p_ip inet) RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_wait int := seal_private.take_try(seal_private.bucket('mails', seal_private.network_of(p_ip)), 100);
begin
    if v_wait = 0 then
        v_wait := seal_private.take_try(seal_private.bucket('mail ' || p_kind, lower(p_email)), 1, '1 minute',
                                        '1 hour', 4);
    end if;
    return v_wait;
end $$;

ALTER FUNCTION seal_private.wait_for_mail(p_kind text, p_email text, p_ip inet) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.wait_for_mail(p_kind text, p_email text, p_ip inet) IS 'mails are limited';

REVOKE ALL ON FUNCTION seal_private.wait_for_mail(p_kind text, p_email text, p_ip inet) FROM PUBLIC;
