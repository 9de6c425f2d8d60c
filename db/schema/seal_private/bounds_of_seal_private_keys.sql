-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_seal_private_keys() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.purpose::text) > 10000 then 'purpose'
            when octet_length(new.ipad) > 1000 then 'ipad'
            when octet_length(new.opad) > 1000 then 'opad'
            when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
            when not (new.expires_at >= timestamptz '1900-01-01 00:00:00+00' and new.expires_at < timestamptz '2200-01-01 00:00:00+00') then 'expires_at'
        end end;
begin
    if tg_op = 'INSERT' and v_column is null then
        v_column := case when false then null
        end;
    end if;
    if v_column is not null then
        raise exception '%: %', v_column, case v_column
            when 'purpose' then 'at most 10000 bytes'
            when 'ipad' then 'at most 1000 bytes'
            when 'opad' then 'at most 1000 bytes'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'expires_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_seal_private_keys() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_seal_private_keys() IS 'a trigger: keeps the bounds of seal_private.keys';

REVOKE ALL ON FUNCTION seal_private.bounds_of_seal_private_keys() FROM PUBLIC;
