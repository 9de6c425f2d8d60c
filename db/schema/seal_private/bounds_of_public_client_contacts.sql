-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_client_contacts() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.name::text) > 10000 then 'name'
            when octet_length(new.email::text) > 10000 then 'email'
            when octet_length(new.title::text) > 10000 then 'title'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'name' then 'at most 10000 bytes'
            when 'email' then 'at most 10000 bytes'
            when 'title' then 'at most 10000 bytes'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_public_client_contacts() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_client_contacts() IS 'a trigger: keeps the bounds of public.client_contacts';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_client_contacts() FROM PUBLIC;
