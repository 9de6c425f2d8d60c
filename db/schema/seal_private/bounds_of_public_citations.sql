-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_citations() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.section_id::text), octet_length(new.source_title::text), octet_length(new.heading::text), octet_length(new.prospect_name::text)) > 10000
            or greatest(octet_length(new.quote::text)) > 80000
            or least(new.score) < -10000000000000 or greatest(new.score) > 10000000000000
            or least(new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            null;
        end if;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.section_id::text) > 10000 then 'section_id'
        when octet_length(new.quote::text) > 80000 then 'quote'
        when octet_length(new.source_title::text) > 10000 then 'source_title'
        when octet_length(new.heading::text) > 10000 then 'heading'
        when octet_length(new.prospect_name::text) > 10000 then 'prospect_name'
        when not (new.score between -10000000000000 and 10000000000000) then 'score'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'section_id' then 'at most 10000 bytes'
        when 'quote' then 'at most 80000 bytes'
        when 'source_title' then 'at most 10000 bytes'
        when 'heading' then 'at most 10000 bytes'
        when 'prospect_name' then 'at most 10000 bytes'
        when 'score' then 'a number from -10000000000000 to 10000000000000'
        when 'created_at' then 'a time from 1900 to 2199'
        when 'updated_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $$;

ALTER FUNCTION seal_private.bounds_of_public_citations() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_citations() IS 'a trigger: keeps the bounds of public.citations';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_citations() FROM PUBLIC;
