-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_contracts() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when 'terms' then case when pg_column_size(new.terms) > 4000000 or new.terms @? 'strict $.**{101}' or new.terms @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.terms::text) > 4000000 then 'terms' end
        when '' then case
            when octet_length(new.client_name::text) > 10000 then 'client_name'
            when octet_length(new.title::text) > 10000 then 'title'
            when octet_length(new.scope::text) > 1000000 then 'scope'
            when not (new.effective_on between date '1900-01-01' and date '2199-12-31') then 'effective_on'
            when not (new.ends_on between date '1900-01-01' and date '2199-12-31') then 'ends_on'
            when not (new.signed_at >= timestamptz '1900-01-01 00:00:00+00' and new.signed_at < timestamptz '2200-01-01 00:00:00+00') then 'signed_at'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case
            when pg_column_size(new.terms) > 4000000 or new.terms @? 'strict $.**{101}' or new.terms @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.terms::text) > 4000000 then 'terms'
        end;
    end if;
    if v_column is not null then
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
    end if;
    return new;
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_contracts() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_contracts() IS 'a trigger: keeps the bounds of public.contracts';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_contracts() FROM PUBLIC;
