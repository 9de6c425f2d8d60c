-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_seal_private_accounts_elsewhere() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(least(new.created_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.created_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            null;
        end if;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'created_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $$;

ALTER FUNCTION seal_private.bounds_of_seal_private_accounts_elsewhere() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_seal_private_accounts_elsewhere() IS 'a trigger: keeps the bounds of seal_private.accounts_elsewhere';

REVOKE ALL ON FUNCTION seal_private.bounds_of_seal_private_accounts_elsewhere() FROM PUBLIC;
