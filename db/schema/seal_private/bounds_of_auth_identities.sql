-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_auth_identities() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.provider_id::text), octet_length(new.email::text), octet_length(new.full_name::text)) > 10000
            or least(new.last_sign_in_at, new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.last_sign_in_at, new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            null;
        end if;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.provider_id::text) > 10000 then 'provider_id'
        when octet_length(new.email::text) > 10000 then 'email'
        when octet_length(new.full_name::text) > 10000 then 'full_name'
        when not (new.last_sign_in_at >= timestamptz '1900-01-01 00:00:00+00' and new.last_sign_in_at < timestamptz '2200-01-01 00:00:00+00') then 'last_sign_in_at'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'provider_id' then 'at most 10000 bytes'
        when 'email' then 'at most 10000 bytes'
        when 'full_name' then 'at most 10000 bytes'
        when 'last_sign_in_at' then 'a time from 1900 to 2199'
        when 'created_at' then 'a time from 1900 to 2199'
        when 'updated_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $$;

ALTER FUNCTION seal_private.bounds_of_auth_identities() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_auth_identities() IS 'a trigger: keeps the bounds of auth.identities';

REVOKE ALL ON FUNCTION seal_private.bounds_of_auth_identities() FROM PUBLIC;
