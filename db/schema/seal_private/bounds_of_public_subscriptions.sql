-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_subscriptions() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_column text := case coalesce(tg_argv[0], '')
        when '' then case
            when octet_length(new.stripe_subscription_id::text) > 10000 then 'stripe_subscription_id'
            when octet_length(new.plan::text) > 10000 then 'plan'
            when not (new.current_period_end >= timestamptz '1900-01-01 00:00:00+00' and new.current_period_end < timestamptz '2200-01-01 00:00:00+00') then 'current_period_end'
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
            when 'stripe_subscription_id' then 'at most 10000 bytes'
            when 'plan' then 'at most 10000 bytes'
            when 'current_period_end' then 'a time from 1900 to 2199'
            when 'created_at' then 'a time from 1900 to 2199'
            when 'updated_at' then 'a time from 1900 to 2199'
            end
            using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
                  constraint = tg_table_name || '_' || v_column || '_bounded';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.bounds_of_public_subscriptions() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_subscriptions() IS 'a trigger: keeps the bounds of public.subscriptions';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_subscriptions() FROM PUBLIC;
