-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_proposals() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.title::text), octet_length(new.outcome_reason::text), octet_length(new.currency::text)) > 10000
            or greatest(octet_length(new.brief::text)) > 4000000
            or least(new.total_minor) < -10000000000000 or greatest(new.total_minor) > 10000000000000
            or least(new.valid_until) < date '1900-01-01' or greatest(new.valid_until) > date '2199-12-31'
            or least(new.sent_at, new.decided_at, new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.sent_at, new.decided_at, new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            if new.content is not null then
                v_is_beyond := v_is_beyond or pg_column_size(new.content) > 8000000 or new.content @? 'strict $.**{101}' or new.content @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.content::text) > 8000000;
            end if;
            null;
        end if;
    elsif tg_argv[0] = 'content' then
        v_is_beyond := pg_column_size(new.content) > 8000000 or new.content @? 'strict $.**{101}' or new.content @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.content::text) > 8000000;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.title::text) > 10000 then 'title'
        when octet_length(new.outcome_reason::text) > 10000 then 'outcome_reason'
        when octet_length(new.brief::text) > 4000000 then 'brief'
        when pg_column_size(new.content) > 8000000 or new.content @? 'strict $.**{101}' or new.content @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.content::text) > 8000000 then 'content'
        when octet_length(new.currency::text) > 10000 then 'currency'
        when not (new.total_minor between -10000000000000 and 10000000000000) then 'total_minor'
        when not (new.valid_until between date '1900-01-01' and date '2199-12-31') then 'valid_until'
        when not (new.sent_at >= timestamptz '1900-01-01 00:00:00+00' and new.sent_at < timestamptz '2200-01-01 00:00:00+00') then 'sent_at'
        when not (new.decided_at >= timestamptz '1900-01-01 00:00:00+00' and new.decided_at < timestamptz '2200-01-01 00:00:00+00') then 'decided_at'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'title' then 'at most 10000 bytes'
        when 'outcome_reason' then 'at most 10000 bytes'
        when 'brief' then 'at most 4000000 bytes'
        when 'content' then 'at most 8000000 bytes, 100 levels, and numbers up to 1.8e308'
        when 'currency' then 'at most 10000 bytes'
        when 'total_minor' then 'a number from -10000000000000 to 10000000000000'
        when 'valid_until' then 'a time from 1900 to 2199'
        when 'sent_at' then 'a time from 1900 to 2199'
        when 'decided_at' then 'a time from 1900 to 2199'
        when 'created_at' then 'a time from 1900 to 2199'
        when 'updated_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_proposals() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_proposals() IS 'a trigger: keeps the bounds of public.proposals';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_proposals() FROM PUBLIC;
