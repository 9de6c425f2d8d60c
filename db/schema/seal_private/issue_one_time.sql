-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.issue_one_time(p_kind text, p_email text, p_user uuid, p_life interval) RETURNS uuid
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_id constant uuid := gen_random_uuid();
begin
    insert into auth.one_time_tokens (id, user_id, kind, email, expires_at, stored)
    values (v_id, p_user, p_kind, p_email, clock_timestamp() + p_life,
            sha256(seal_private.new_mail_secret('one-time.' || v_id)));
    return v_id;
end $$;

ALTER FUNCTION seal_private.issue_one_time(p_kind text, p_email text, p_user uuid, p_life interval) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.issue_one_time(p_kind text, p_email text, p_user uuid, p_life interval) IS 'makes a link and a code for one mail';

REVOKE ALL ON FUNCTION seal_private.issue_one_time(p_kind text, p_email text, p_user uuid, p_life interval) FROM PUBLIC;
