-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_audit_log() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.action::text), octet_length(new.resource_type::text), octet_length(new.resource_id::text), octet_length(new.user_agent::text)) > 10000
            or least(new.chain_no) < -10000000000000 or greatest(new.chain_no) > 10000000000000
            or octet_length(new.prev_hash) > 1000 or octet_length(new.hash) > 1000 or octet_length(new.address_salt) > 1000 or octet_length(new.address_digest) > 1000
            or least(new.created_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.created_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            if new.detail is not null then
                v_is_beyond := v_is_beyond or pg_column_size(new.detail) > 100000 or new.detail @? 'strict $.**{101}' or new.detail @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.detail::text) > 100000;
            end if;
            null;
        end if;
    elsif tg_argv[0] = 'detail' then
        v_is_beyond := pg_column_size(new.detail) > 100000 or new.detail @? 'strict $.**{101}' or new.detail @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.detail::text) > 100000;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.action::text) > 10000 then 'action'
        when octet_length(new.resource_type::text) > 10000 then 'resource_type'
        when octet_length(new.resource_id::text) > 10000 then 'resource_id'
        when octet_length(new.user_agent::text) > 10000 then 'user_agent'
        when pg_column_size(new.detail) > 100000 or new.detail @? 'strict $.**{101}' or new.detail @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.detail::text) > 100000 then 'detail'
        when not (new.chain_no between -10000000000000 and 10000000000000) then 'chain_no'
        when octet_length(new.prev_hash) > 1000 then 'prev_hash'
        when octet_length(new.hash) > 1000 then 'hash'
        when octet_length(new.address_salt) > 1000 then 'address_salt'
        when octet_length(new.address_digest) > 1000 then 'address_digest'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'action' then 'at most 10000 bytes'
        when 'resource_type' then 'at most 10000 bytes'
        when 'resource_id' then 'at most 10000 bytes'
        when 'user_agent' then 'at most 10000 bytes'
        when 'detail' then 'at most 100000 bytes, 100 levels, and numbers up to 1.8e308'
        when 'chain_no' then 'a number from -10000000000000 to 10000000000000'
        when 'prev_hash' then 'at most 1000 bytes'
        when 'hash' then 'at most 1000 bytes'
        when 'address_salt' then 'at most 1000 bytes'
        when 'address_digest' then 'at most 1000 bytes'
        when 'created_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_audit_log() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_audit_log() IS 'a trigger: keeps the bounds of public.audit_log';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_audit_log() FROM PUBLIC;
