-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_knowledge_sources() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.title::text), octet_length(new.origin::text), octet_length(new.embedding_model::text), octet_length(new.error::text)) > 10000
            or octet_length(new.place) > 1000 or octet_length(new.sha256) > 1000
            or least(new.review_by) < date '1900-01-01' or greatest(new.review_by) > date '2199-12-31'
            or least(new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            null;
        end if;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.title::text) > 10000 then 'title'
        when octet_length(new.origin::text) > 10000 then 'origin'
        when octet_length(new.place) > 1000 then 'place'
        when octet_length(new.sha256) > 1000 then 'sha256'
        when octet_length(new.embedding_model::text) > 10000 then 'embedding_model'
        when not (new.review_by between date '1900-01-01' and date '2199-12-31') then 'review_by'
        when octet_length(new.error::text) > 10000 then 'error'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'title' then 'at most 10000 bytes'
        when 'origin' then 'at most 10000 bytes'
        when 'place' then 'at most 1000 bytes'
        when 'sha256' then 'at most 1000 bytes'
        when 'embedding_model' then 'at most 10000 bytes'
        when 'review_by' then 'a time from 1900 to 2199'
        when 'error' then 'at most 10000 bytes'
        when 'created_at' then 'a time from 1900 to 2199'
        when 'updated_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $$;

ALTER FUNCTION seal_private.bounds_of_public_knowledge_sources() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_knowledge_sources() IS 'a trigger: keeps the bounds of public.knowledge_sources';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_knowledge_sources() FROM PUBLIC;
