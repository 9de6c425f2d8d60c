-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_prospect_intelligence() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when 'profile' then case when pg_column_size(new.profile) > 4000000 or new.profile @? 'strict $.**{101}' or new.profile @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.profile::text) > 4000000 then 'profile' end
        when 'sources' then case when pg_column_size(new.sources) > 4000000 or new.sources @? 'strict $.**{101}' or new.sources @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.sources::text) > 4000000 then 'sources' end
        when '' then case
            when octet_length(new.prospect_name::text) > 10000 then 'prospect_name'
            when octet_length(new.website_url::text) > 10000 then 'website_url'
            when not (new.cached_at >= timestamptz '1900-01-01 00:00:00+00' and new.cached_at < timestamptz '2200-01-01 00:00:00+00') then 'cached_at'
            when not (new.expires_at >= timestamptz '1900-01-01 00:00:00+00' and new.expires_at < timestamptz '2200-01-01 00:00:00+00') then 'expires_at'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case
            when pg_column_size(new.profile) > 4000000 or new.profile @? 'strict $.**{101}' or new.profile @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.profile::text) > 4000000 then 'profile'
            when pg_column_size(new.sources) > 4000000 or new.sources @? 'strict $.**{101}' or new.sources @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.sources::text) > 4000000 then 'sources'
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'prospect_name' then 'at most 10000 bytes'
            when 'website_url' then 'at most 10000 bytes'
            when 'profile' then 'at most 4000000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'sources' then 'at most 4000000 bytes, 100 levels, and numbers up to 1.8e308'
            when 'cached_at' then 'a time from 1900 to 2199'
            when 'expires_at' then 'a time from 1900 to 2199'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_prospect_intelligence() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_prospect_intelligence() IS 'a trigger: keeps the bounds of public.prospect_intelligence';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_prospect_intelligence() FROM PUBLIC;
