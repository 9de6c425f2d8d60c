-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_client_intelligence() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.client_name::text), octet_length(new.embedding_model::text)) > 10000
            or least(new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            if new.psychographics is not null then
                v_is_beyond := v_is_beyond or pg_column_size(new.psychographics) > 1000000 or new.psychographics @? 'strict $.**{101}' or new.psychographics @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.psychographics::text) > 1000000;
            end if;
            if new.deal_history is not null then
                v_is_beyond := v_is_beyond or pg_column_size(new.deal_history) > 4000000 or to_jsonb(new.deal_history) @? 'strict $.**{101}' or to_jsonb(new.deal_history) @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.deal_history::text) > 4000000;
            end if;
            null;
        end if;
    elsif tg_argv[0] = 'psychographics' then
        v_is_beyond := pg_column_size(new.psychographics) > 1000000 or new.psychographics @? 'strict $.**{101}' or new.psychographics @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.psychographics::text) > 1000000;
    elsif tg_argv[0] = 'deal_history' then
        v_is_beyond := pg_column_size(new.deal_history) > 4000000 or to_jsonb(new.deal_history) @? 'strict $.**{101}' or to_jsonb(new.deal_history) @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.deal_history::text) > 4000000;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.client_name::text) > 10000 then 'client_name'
        when pg_column_size(new.psychographics) > 1000000 or new.psychographics @? 'strict $.**{101}' or new.psychographics @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.psychographics::text) > 1000000 then 'psychographics'
        when pg_column_size(new.deal_history) > 4000000 or to_jsonb(new.deal_history) @? 'strict $.**{101}' or to_jsonb(new.deal_history) @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.deal_history::text) > 4000000 then 'deal_history'
        when octet_length(new.embedding_model::text) > 10000 then 'embedding_model'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
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
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_client_intelligence() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_client_intelligence() IS 'a trigger: keeps the bounds of public.client_intelligence';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_client_intelligence() FROM PUBLIC;
