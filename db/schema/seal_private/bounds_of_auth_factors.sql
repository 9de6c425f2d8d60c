-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_auth_factors() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.kind::text), octet_length(new.friendly_name::text)) > 10000
            or octet_length(new.sealed) > 1000 or octet_length(new.pad_proof) > 1000
            or least(new.last_step) < -10000000000000 or greatest(new.last_step) > 10000000000000
            or least(new.verified_at, new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.verified_at, new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            null;
        end if;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.kind::text) > 10000 then 'kind'
        when octet_length(new.friendly_name::text) > 10000 then 'friendly_name'
        when octet_length(new.sealed) > 1000 then 'sealed'
        when octet_length(new.pad_proof) > 1000 then 'pad_proof'
        when not (new.last_step between -10000000000000 and 10000000000000) then 'last_step'
        when not (new.verified_at >= timestamptz '1900-01-01 00:00:00+00' and new.verified_at < timestamptz '2200-01-01 00:00:00+00') then 'verified_at'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'kind' then 'at most 10000 bytes'
        when 'friendly_name' then 'at most 10000 bytes'
        when 'sealed' then 'at most 1000 bytes'
        when 'pad_proof' then 'at most 1000 bytes'
        when 'last_step' then 'a number from -10000000000000 to 10000000000000'
        when 'verified_at' then 'a time from 1900 to 2199'
        when 'created_at' then 'a time from 1900 to 2199'
        when 'updated_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $$;

ALTER FUNCTION seal_private.bounds_of_auth_factors() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_auth_factors() IS 'a trigger: keeps the bounds of auth.factors';

REVOKE ALL ON FUNCTION seal_private.bounds_of_auth_factors() FROM PUBLIC;
