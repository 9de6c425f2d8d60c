-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_auth_sessions() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(least(new.not_after, new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.not_after, new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00'
            or greatest(octet_length(new.user_agent::text)) > 10000, false);
        if tg_op = 'INSERT' then
            null;
        end if;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when not (new.not_after >= timestamptz '1900-01-01 00:00:00+00' and new.not_after < timestamptz '2200-01-01 00:00:00+00') then 'not_after'
        when octet_length(new.user_agent::text) > 10000 then 'user_agent'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'not_after' then 'a time from 1900 to 2199'
        when 'user_agent' then 'at most 10000 bytes'
        when 'created_at' then 'a time from 1900 to 2199'
        when 'updated_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $$;

ALTER FUNCTION seal_private.bounds_of_auth_sessions() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_auth_sessions() IS 'a trigger: keeps the bounds of auth.sessions';

REVOKE ALL ON FUNCTION seal_private.bounds_of_auth_sessions() FROM PUBLIC;
