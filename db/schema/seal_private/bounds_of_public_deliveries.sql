-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_deliveries() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.recipient::text), octet_length(new.locale::text), octet_length(new.message_id::text), octet_length(new.error::text)) > 10000
            or least(new.sent_at, new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.sent_at, new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            if new.params is not null then
                v_is_beyond := v_is_beyond or pg_column_size(new.params) > 10000 or new.params @? 'strict $.**{101}' or new.params @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.params::text) > 10000;
            end if;
            null;
        end if;
    elsif tg_argv[0] = 'params' then
        v_is_beyond := pg_column_size(new.params) > 10000 or new.params @? 'strict $.**{101}' or new.params @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.params::text) > 10000;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.recipient::text) > 10000 then 'recipient'
        when octet_length(new.locale::text) > 10000 then 'locale'
        when pg_column_size(new.params) > 10000 or new.params @? 'strict $.**{101}' or new.params @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.params::text) > 10000 then 'params'
        when octet_length(new.message_id::text) > 10000 then 'message_id'
        when octet_length(new.error::text) > 10000 then 'error'
        when not (new.sent_at >= timestamptz '1900-01-01 00:00:00+00' and new.sent_at < timestamptz '2200-01-01 00:00:00+00') then 'sent_at'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'recipient' then 'at most 10000 bytes'
        when 'locale' then 'at most 10000 bytes'
        when 'params' then 'at most 10000 bytes, 100 levels, and numbers up to 1.8e308'
        when 'message_id' then 'at most 10000 bytes'
        when 'error' then 'at most 10000 bytes'
        when 'sent_at' then 'a time from 1900 to 2199'
        when 'created_at' then 'a time from 1900 to 2199'
        when 'updated_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_deliveries() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_deliveries() IS 'a trigger: keeps the bounds of public.deliveries';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_deliveries() FROM PUBLIC;
