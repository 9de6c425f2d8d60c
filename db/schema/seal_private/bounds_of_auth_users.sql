-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_auth_users() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.email::text)) > 10000
            or least(new.email_confirmed_at, new.password_set_at, new.banned_until, new.last_sign_in_at, new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.email_confirmed_at, new.password_set_at, new.banned_until, new.last_sign_in_at, new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00'
            or octet_length(new.password_salt) > 1000 or octet_length(new.password_proof) > 1000, false);
        if tg_op = 'INSERT' then
            if new.raw_user_meta_data is not null then
                v_is_beyond := v_is_beyond or pg_column_size(new.raw_user_meta_data) > 100000 or new.raw_user_meta_data @? 'strict $.**{101}' or new.raw_user_meta_data @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.raw_user_meta_data::text) > 100000;
            end if;
            if new.raw_app_meta_data is not null then
                v_is_beyond := v_is_beyond or pg_column_size(new.raw_app_meta_data) > 100000 or new.raw_app_meta_data @? 'strict $.**{101}' or new.raw_app_meta_data @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.raw_app_meta_data::text) > 100000;
            end if;
            null;
        end if;
    elsif tg_argv[0] = 'raw_user_meta_data' then
        v_is_beyond := pg_column_size(new.raw_user_meta_data) > 100000 or new.raw_user_meta_data @? 'strict $.**{101}' or new.raw_user_meta_data @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.raw_user_meta_data::text) > 100000;
    elsif tg_argv[0] = 'raw_app_meta_data' then
        v_is_beyond := pg_column_size(new.raw_app_meta_data) > 100000 or new.raw_app_meta_data @? 'strict $.**{101}' or new.raw_app_meta_data @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.raw_app_meta_data::text) > 100000;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.email::text) > 10000 then 'email'
        when not (new.email_confirmed_at >= timestamptz '1900-01-01 00:00:00+00' and new.email_confirmed_at < timestamptz '2200-01-01 00:00:00+00') then 'email_confirmed_at'
        when octet_length(new.password_salt) > 1000 then 'password_salt'
        when octet_length(new.password_proof) > 1000 then 'password_proof'
        when not (new.password_set_at >= timestamptz '1900-01-01 00:00:00+00' and new.password_set_at < timestamptz '2200-01-01 00:00:00+00') then 'password_set_at'
        when pg_column_size(new.raw_user_meta_data) > 100000 or new.raw_user_meta_data @? 'strict $.**{101}' or new.raw_user_meta_data @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.raw_user_meta_data::text) > 100000 then 'raw_user_meta_data'
        when pg_column_size(new.raw_app_meta_data) > 100000 or new.raw_app_meta_data @? 'strict $.**{101}' or new.raw_app_meta_data @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.raw_app_meta_data::text) > 100000 then 'raw_app_meta_data'
        when not (new.banned_until >= timestamptz '1900-01-01 00:00:00+00' and new.banned_until < timestamptz '2200-01-01 00:00:00+00') then 'banned_until'
        when not (new.last_sign_in_at >= timestamptz '1900-01-01 00:00:00+00' and new.last_sign_in_at < timestamptz '2200-01-01 00:00:00+00') then 'last_sign_in_at'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'email' then 'at most 10000 bytes'
        when 'email_confirmed_at' then 'a time from 1900 to 2199'
        when 'password_salt' then 'at most 1000 bytes'
        when 'password_proof' then 'at most 1000 bytes'
        when 'password_set_at' then 'a time from 1900 to 2199'
        when 'raw_user_meta_data' then 'at most 100000 bytes, 100 levels, and numbers up to 1.8e308'
        when 'raw_app_meta_data' then 'at most 100000 bytes, 100 levels, and numbers up to 1.8e308'
        when 'banned_until' then 'a time from 1900 to 2199'
        when 'last_sign_in_at' then 'a time from 1900 to 2199'
        when 'created_at' then 'a time from 1900 to 2199'
        when 'updated_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $_$;

ALTER FUNCTION seal_private.bounds_of_auth_users() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_auth_users() IS 'a trigger: keeps the bounds of auth.users';

REVOKE ALL ON FUNCTION seal_private.bounds_of_auth_users() FROM PUBLIC;
