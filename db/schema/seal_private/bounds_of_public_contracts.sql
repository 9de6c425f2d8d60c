-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_contracts() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.client_name::text), octet_length(new.title::text)) > 10000
            or greatest(octet_length(new.scope::text)) > 1000000
            or least(new.effective_on, new.ends_on) < date '1900-01-01' or greatest(new.effective_on, new.ends_on) > date '2199-12-31'
            or least(new.signed_at, new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.signed_at, new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            if new.terms is not null then
                v_is_beyond := v_is_beyond or pg_column_size(new.terms) > 4000000 or new.terms @? 'strict $.**{101}' or new.terms @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.terms::text) > 4000000;
            end if;
            null;
        end if;
    elsif tg_argv[0] = 'terms' then
        v_is_beyond := pg_column_size(new.terms) > 4000000 or new.terms @? 'strict $.**{101}' or new.terms @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.terms::text) > 4000000;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.client_name::text) > 10000 then 'client_name'
        when octet_length(new.title::text) > 10000 then 'title'
        when octet_length(new.scope::text) > 1000000 then 'scope'
        when pg_column_size(new.terms) > 4000000 or new.terms @? 'strict $.**{101}' or new.terms @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.terms::text) > 4000000 then 'terms'
        when not (new.effective_on between date '1900-01-01' and date '2199-12-31') then 'effective_on'
        when not (new.ends_on between date '1900-01-01' and date '2199-12-31') then 'ends_on'
        when not (new.signed_at >= timestamptz '1900-01-01 00:00:00+00' and new.signed_at < timestamptz '2200-01-01 00:00:00+00') then 'signed_at'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'client_name' then 'at most 10000 bytes'
        when 'title' then 'at most 10000 bytes'
        when 'scope' then 'at most 1000000 bytes'
        when 'terms' then 'at most 4000000 bytes, 100 levels, and numbers up to 1.8e308'
        when 'effective_on' then 'a time from 1900 to 2199'
        when 'ends_on' then 'a time from 1900 to 2199'
        when 'signed_at' then 'a time from 1900 to 2199'
        when 'created_at' then 'a time from 1900 to 2199'
        when 'updated_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_contracts() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_contracts() IS 'a trigger: keeps the bounds of public.contracts';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_contracts() FROM PUBLIC;
