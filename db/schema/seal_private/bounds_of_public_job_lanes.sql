-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_job_lanes() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(least(new.token_limit, new.tokens_used) < -1000000000000 or greatest(new.token_limit, new.tokens_used) > 1000000000000
            or least(new.period) < date '1900-01-01' or greatest(new.period) > date '2199-12-31'
            or least(new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            null;
        end if;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when not (new.token_limit between -1000000000000 and 1000000000000) then 'token_limit'
        when not (new.tokens_used between -1000000000000 and 1000000000000) then 'tokens_used'
        when not (new.period between date '1900-01-01' and date '2199-12-31') then 'period'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'token_limit' then 'a number from -1000000000000 to 1000000000000'
        when 'tokens_used' then 'a number from -1000000000000 to 1000000000000'
        when 'period' then 'a time from 1900 to 2199'
        when 'created_at' then 'a time from 1900 to 2199'
        when 'updated_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $$;

ALTER FUNCTION seal_private.bounds_of_public_job_lanes() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_job_lanes() IS 'a trigger: keeps the bounds of public.job_lanes';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_job_lanes() FROM PUBLIC;
