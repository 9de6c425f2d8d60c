-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_profiles() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.email::text), octet_length(new.full_name::text), octet_length(new.locale::text)) > 10000
            or least(new.email_confirmed_at, new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.email_confirmed_at, new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            null;
        end if;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.email::text) > 10000 then 'email'
        when not (new.email_confirmed_at >= timestamptz '1900-01-01 00:00:00+00' and new.email_confirmed_at < timestamptz '2200-01-01 00:00:00+00') then 'email_confirmed_at'
        when octet_length(new.full_name::text) > 10000 then 'full_name'
        when octet_length(new.locale::text) > 10000 then 'locale'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'email' then 'at most 10000 bytes'
        when 'email_confirmed_at' then 'a time from 1900 to 2199'
        when 'full_name' then 'at most 10000 bytes'
        when 'locale' then 'at most 10000 bytes'
        when 'created_at' then 'a time from 1900 to 2199'
        when 'updated_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $$;

ALTER FUNCTION seal_private.bounds_of_public_profiles() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_profiles() IS 'a trigger: keeps the bounds of public.profiles';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_profiles() FROM PUBLIC;
