-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_auth_flows() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(octet_length(new.state_hash) > 1000 or octet_length(new.challenge) > 1000 or octet_length(new.browser) > 1000 or octet_length(new.code_hash) > 1000
            or greatest(octet_length(new.verifier::text), octet_length(new.nonce::text), octet_length(new.email::text)) > 10000
            or least(new.shown_at, new.expires_at, new.used_at, new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.shown_at, new.expires_at, new.used_at, new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00'
            or greatest(octet_length(new.redirect_to::text)) > 8000, false);
        if tg_op = 'INSERT' then
            null;
        end if;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.state_hash) > 1000 then 'state_hash'
        when octet_length(new.verifier::text) > 10000 then 'verifier'
        when octet_length(new.nonce::text) > 10000 then 'nonce'
        when not (new.shown_at >= timestamptz '1900-01-01 00:00:00+00' and new.shown_at < timestamptz '2200-01-01 00:00:00+00') then 'shown_at'
        when octet_length(new.challenge) > 1000 then 'challenge'
        when octet_length(new.browser) > 1000 then 'browser'
        when octet_length(new.redirect_to::text) > 8000 then 'redirect_to'
        when octet_length(new.email::text) > 10000 then 'email'
        when octet_length(new.code_hash) > 1000 then 'code_hash'
        when not (new.expires_at >= timestamptz '1900-01-01 00:00:00+00' and new.expires_at < timestamptz '2200-01-01 00:00:00+00') then 'expires_at'
        when not (new.used_at >= timestamptz '1900-01-01 00:00:00+00' and new.used_at < timestamptz '2200-01-01 00:00:00+00') then 'used_at'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'state_hash' then 'at most 1000 bytes'
        when 'verifier' then 'at most 10000 bytes'
        when 'nonce' then 'at most 10000 bytes'
        when 'shown_at' then 'a time from 1900 to 2199'
        when 'challenge' then 'at most 1000 bytes'
        when 'browser' then 'at most 1000 bytes'
        when 'redirect_to' then 'at most 8000 bytes'
        when 'email' then 'at most 10000 bytes'
        when 'code_hash' then 'at most 1000 bytes'
        when 'expires_at' then 'a time from 1900 to 2199'
        when 'used_at' then 'a time from 1900 to 2199'
        when 'created_at' then 'a time from 1900 to 2199'
        when 'updated_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $$;

ALTER FUNCTION seal_private.bounds_of_auth_flows() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_auth_flows() IS 'a trigger: keeps the bounds of auth.flows';

REVOKE ALL ON FUNCTION seal_private.bounds_of_auth_flows() FROM PUBLIC;
