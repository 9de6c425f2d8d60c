-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_prospect_intelligence() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.prospect_name::text), octet_length(new.website_url::text)) > 10000
            or least(new.cached_at, new.expires_at, new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.cached_at, new.expires_at, new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            if new.profile is not null then
                v_is_beyond := v_is_beyond or pg_column_size(new.profile) > 4000000 or new.profile @? 'strict $.**{101}' or new.profile @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.profile::text) > 4000000;
            end if;
            if new.sources is not null then
                v_is_beyond := v_is_beyond or pg_column_size(new.sources) > 4000000 or new.sources @? 'strict $.**{101}' or new.sources @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.sources::text) > 4000000;
            end if;
            null;
        end if;
    elsif tg_argv[0] = 'profile' then
        v_is_beyond := pg_column_size(new.profile) > 4000000 or new.profile @? 'strict $.**{101}' or new.profile @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.profile::text) > 4000000;
    elsif tg_argv[0] = 'sources' then
        v_is_beyond := pg_column_size(new.sources) > 4000000 or new.sources @? 'strict $.**{101}' or new.sources @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.sources::text) > 4000000;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.prospect_name::text) > 10000 then 'prospect_name'
        when octet_length(new.website_url::text) > 10000 then 'website_url'
        when pg_column_size(new.profile) > 4000000 or new.profile @? 'strict $.**{101}' or new.profile @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.profile::text) > 4000000 then 'profile'
        when pg_column_size(new.sources) > 4000000 or new.sources @? 'strict $.**{101}' or new.sources @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.sources::text) > 4000000 then 'sources'
        when not (new.cached_at >= timestamptz '1900-01-01 00:00:00+00' and new.cached_at < timestamptz '2200-01-01 00:00:00+00') then 'cached_at'
        when not (new.expires_at >= timestamptz '1900-01-01 00:00:00+00' and new.expires_at < timestamptz '2200-01-01 00:00:00+00') then 'expires_at'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
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
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_prospect_intelligence() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_prospect_intelligence() IS 'a trigger: keeps the bounds of public.prospect_intelligence';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_prospect_intelligence() FROM PUBLIC;
