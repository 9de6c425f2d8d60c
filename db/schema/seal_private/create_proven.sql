-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.create_proven(p_email text, p_meta jsonb, p_salt bytea, p_password_proof bytea) RETURNS uuid
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_user uuid;
begin
    insert into auth.users (email, email_confirmed_at, raw_user_meta_data, password_salt, password_proof,
                            password_set_at)
    values (p_email, clock_timestamp(), p_meta, p_salt, p_password_proof,
            case when p_salt is not null then clock_timestamp() end)
    on conflict ((lower(email))) do nothing
    returning id into v_user;
    if v_user is null then
        return (select u.id from auth.users u where lower(u.email) = lower(p_email));
    end if;
    perform seal_private.ensure_profile(v_user, p_email,
        left(coalesce(p_meta ->> 'full_name', p_meta ->> 'name', ''), 200), clock_timestamp());
    -- other sign-ups for the address, each with a password of its own, are over
    update auth.one_time_tokens t set used_at = clock_timestamp()
     where lower(t.email) = lower(p_email) and t.kind = 'signup' and t.used_at is null;
    perform seal_private.record_account(v_user, 'account.created');
    return v_user;
end $$;

ALTER FUNCTION seal_private.create_proven(p_email text, p_meta jsonb, p_salt bytea, p_password_proof bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.create_proven(p_email text, p_meta jsonb, p_salt bytea, p_password_proof bytea) IS 'an account comes with its proven address';

REVOKE ALL ON FUNCTION seal_private.create_proven(p_email text, p_meta jsonb, p_salt bytea, p_password_proof bytea) FROM PUBLIC;
