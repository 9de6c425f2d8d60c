-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_auth_one_time_tokens() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.email::text)) > 10000
            or octet_length(new.stored) > 1000 or octet_length(new.password_salt) > 1000 or octet_length(new.password_proof) > 1000 or octet_length(new.ticket) > 1000
            or least(new.tried_by) < -10000000000000 or greatest(new.tried_by) > 10000000000000
            or least(new.expires_at, new.used_at, new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.expires_at, new.used_at, new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            if new.user_meta is not null then
                v_is_beyond := v_is_beyond or pg_column_size(new.user_meta) > 20000 or new.user_meta @? 'strict $.**{101}' or new.user_meta @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.user_meta::text) > 20000;
            end if;
            null;
        end if;
    elsif tg_argv[0] = 'user_meta' then
        v_is_beyond := pg_column_size(new.user_meta) > 20000 or new.user_meta @? 'strict $.**{101}' or new.user_meta @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.user_meta::text) > 20000;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.email::text) > 10000 then 'email'
        when octet_length(new.stored) > 1000 then 'stored'
        when octet_length(new.password_salt) > 1000 then 'password_salt'
        when octet_length(new.password_proof) > 1000 then 'password_proof'
        when pg_column_size(new.user_meta) > 20000 or new.user_meta @? 'strict $.**{101}' or new.user_meta @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.user_meta::text) > 20000 then 'user_meta'
        when octet_length(new.ticket) > 1000 then 'ticket'
        when not (new.tried_by between -10000000000000 and 10000000000000) then 'tried_by'
        when not (new.expires_at >= timestamptz '1900-01-01 00:00:00+00' and new.expires_at < timestamptz '2200-01-01 00:00:00+00') then 'expires_at'
        when not (new.used_at >= timestamptz '1900-01-01 00:00:00+00' and new.used_at < timestamptz '2200-01-01 00:00:00+00') then 'used_at'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'email' then 'at most 10000 bytes'
        when 'stored' then 'at most 1000 bytes'
        when 'password_salt' then 'at most 1000 bytes'
        when 'password_proof' then 'at most 1000 bytes'
        when 'user_meta' then 'at most 20000 bytes, 100 levels, and numbers up to 1.8e308'
        when 'ticket' then 'at most 1000 bytes'
        when 'tried_by' then 'a number from -10000000000000 to 10000000000000'
        when 'expires_at' then 'a time from 1900 to 2199'
        when 'used_at' then 'a time from 1900 to 2199'
        when 'created_at' then 'a time from 1900 to 2199'
        when 'updated_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $_$;

ALTER FUNCTION seal_private.bounds_of_auth_one_time_tokens() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_auth_one_time_tokens() IS 'a trigger: keeps the bounds of auth.one_time_tokens';

REVOKE ALL ON FUNCTION seal_private.bounds_of_auth_one_time_tokens() FROM PUBLIC;
