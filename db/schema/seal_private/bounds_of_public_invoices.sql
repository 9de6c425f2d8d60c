-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_invoices() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.stripe_invoice_id::text), octet_length(new.number::text), octet_length(new.currency::text), octet_length(new.hosted_url::text)) > 10000
            or least(new.amount, new.amount_paid) < -10000000000000 or greatest(new.amount, new.amount_paid) > 10000000000000
            or not (new.period <@ daterange '[1900-01-01,2200-01-01)')
            or least(new.issued_at, new.paid_at, new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.issued_at, new.paid_at, new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            null;
        end if;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.stripe_invoice_id::text) > 10000 then 'stripe_invoice_id'
        when octet_length(new.number::text) > 10000 then 'number'
        when not (new.amount between -10000000000000 and 10000000000000) then 'amount'
        when not (new.amount_paid between -10000000000000 and 10000000000000) then 'amount_paid'
        when octet_length(new.currency::text) > 10000 then 'currency'
        when octet_length(new.hosted_url::text) > 10000 then 'hosted_url'
        when not (new.period <@ daterange '[1900-01-01,2200-01-01)') then 'period'
        when not (new.issued_at >= timestamptz '1900-01-01 00:00:00+00' and new.issued_at < timestamptz '2200-01-01 00:00:00+00') then 'issued_at'
        when not (new.paid_at >= timestamptz '1900-01-01 00:00:00+00' and new.paid_at < timestamptz '2200-01-01 00:00:00+00') then 'paid_at'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'stripe_invoice_id' then 'at most 10000 bytes'
        when 'number' then 'at most 10000 bytes'
        when 'amount' then 'a number from -10000000000000 to 10000000000000'
        when 'amount_paid' then 'a number from -10000000000000 to 10000000000000'
        when 'currency' then 'at most 10000 bytes'
        when 'hosted_url' then 'at most 10000 bytes'
        when 'period' then 'a period within 1900 to 2199, with a beginning and an end'
        when 'issued_at' then 'a time from 1900 to 2199'
        when 'paid_at' then 'a time from 1900 to 2199'
        when 'created_at' then 'a time from 1900 to 2199'
        when 'updated_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $$;

ALTER FUNCTION seal_private.bounds_of_public_invoices() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_invoices() IS 'a trigger: keeps the bounds of public.invoices';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_invoices() FROM PUBLIC;
