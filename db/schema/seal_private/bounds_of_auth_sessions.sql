-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_auth_sessions() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(least(new.refreshed_at, new.not_idle_after, new.not_after, new.revoked_at, new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.refreshed_at, new.not_idle_after, new.not_after, new.revoked_at, new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00'
            or octet_length(new.device) > 1000
            or greatest(octet_length(new.user_agent::text)) > 2000
            or greatest(octet_length(new.revoked_why::text)) > 10000, false);
        if tg_op = 'INSERT' then
            if new.amr is not null then
                v_is_beyond := v_is_beyond or pg_column_size(new.amr) > 1000000 or new.amr @? 'strict $.**{101}' or new.amr @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.amr::text) > 1000000;
            end if;
            null;
        end if;
    elsif tg_argv[0] = 'amr' then
        v_is_beyond := pg_column_size(new.amr) > 1000000 or new.amr @? 'strict $.**{101}' or new.amr @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.amr::text) > 1000000;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when not (new.refreshed_at >= timestamptz '1900-01-01 00:00:00+00' and new.refreshed_at < timestamptz '2200-01-01 00:00:00+00') then 'refreshed_at'
        when not (new.not_idle_after >= timestamptz '1900-01-01 00:00:00+00' and new.not_idle_after < timestamptz '2200-01-01 00:00:00+00') then 'not_idle_after'
        when not (new.not_after >= timestamptz '1900-01-01 00:00:00+00' and new.not_after < timestamptz '2200-01-01 00:00:00+00') then 'not_after'
        when pg_column_size(new.amr) > 1000000 or new.amr @? 'strict $.**{101}' or new.amr @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.amr::text) > 1000000 then 'amr'
        when octet_length(new.device) > 1000 then 'device'
        when octet_length(new.user_agent::text) > 2000 then 'user_agent'
        when not (new.revoked_at >= timestamptz '1900-01-01 00:00:00+00' and new.revoked_at < timestamptz '2200-01-01 00:00:00+00') then 'revoked_at'
        when octet_length(new.revoked_why::text) > 10000 then 'revoked_why'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'refreshed_at' then 'a time from 1900 to 2199'
        when 'not_idle_after' then 'a time from 1900 to 2199'
        when 'not_after' then 'a time from 1900 to 2199'
        when 'amr' then 'at most 1000000 bytes, 100 levels, and numbers up to 1.8e308'
        when 'device' then 'at most 1000 bytes'
        when 'user_agent' then 'at most 2000 bytes'
        when 'revoked_at' then 'a time from 1900 to 2199'
        when 'revoked_why' then 'at most 10000 bytes'
        when 'created_at' then 'a time from 1900 to 2199'
        when 'updated_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $_$;

ALTER FUNCTION seal_private.bounds_of_auth_sessions() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_auth_sessions() IS 'a trigger: keeps the bounds of auth.sessions';

REVOKE ALL ON FUNCTION seal_private.bounds_of_auth_sessions() FROM PUBLIC;
