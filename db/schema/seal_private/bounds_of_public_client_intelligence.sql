-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_client_intelligence() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when 'psychographics' then case when pg_column_size(new.psychographics) > 1000000 or new.psychographics @? 'strict $.**{101}' or new.psychographics @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.psychographics::text) > 1000000 then 'psychographics' end
        when 'deal_history' then case when pg_column_size(new.deal_history) > 4000000 or to_jsonb(new.deal_history) @? 'strict $.**{101}' or to_jsonb(new.deal_history) @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.deal_history::text) > 4000000 then 'deal_history' end
        when '' then case
            when octet_length(new.client_name::text) > 10000 then 'client_name'
            when octet_length(new.embedding_model::text) > 10000 then 'embedding_model'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case
            when pg_column_size(new.psychographics) > 1000000 or new.psychographics @? 'strict $.**{101}' or new.psychographics @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.psychographics::text) > 1000000 then 'psychographics'
            when pg_column_size(new.deal_history) > 4000000 or to_jsonb(new.deal_history) @? 'strict $.**{101}' or to_jsonb(new.deal_history) @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.deal_history::text) > 4000000 then 'deal_history'
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'client_name' then 'at most 10000 bytes'
            when 'psychographics' then 'at most 1000000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'deal_history' then 'at most 4000000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'embedding_model' then 'at most 10000 bytes'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_client_intelligence() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_client_intelligence() IS 'a trigger: keeps the bounds of public.client_intelligence';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_client_intelligence() FROM PUBLIC;
