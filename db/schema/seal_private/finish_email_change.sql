-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.finish_email_change(p_user uuid, p_email text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_before text;
begin
    select u.email into v_before from auth.users u where u.id = p_user for update;
    update auth.users u set email = p_email, email_confirmed_at = clock_timestamp() where u.id = p_user;
    perform seal_private.ensure_profile(p_user, p_email, null, clock_timestamp());
    -- what was mailed to the old address proves nothing of this account any more
    update auth.one_time_tokens t set used_at = clock_timestamp() where t.user_id = p_user and t.used_at is null;
    perform seal_private.record_account(p_user, 'account.email_changed', jsonb_build_object('from', v_before));
end $$;

ALTER FUNCTION seal_private.finish_email_change(p_user uuid, p_email text) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.finish_email_change(p_user uuid, p_email text) IS 'an address changes when both have said yes';

REVOKE ALL ON FUNCTION seal_private.finish_email_change(p_user uuid, p_email text) FROM PUBLIC;
