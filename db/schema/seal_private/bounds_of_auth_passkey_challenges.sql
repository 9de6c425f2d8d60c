-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_auth_passkey_challenges() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(octet_length(new.challenge) > 1000
            or greatest(octet_length(new.origin::text), octet_length(new.rp_id::text)) > 10000
            or least(new.expires_at, new.used_at, new.created_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.expires_at, new.used_at, new.created_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            null;
        end if;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.challenge) > 1000 then 'challenge'
        when octet_length(new.origin::text) > 10000 then 'origin'
        when octet_length(new.rp_id::text) > 10000 then 'rp_id'
        when not (new.expires_at >= timestamptz '1900-01-01 00:00:00+00' and new.expires_at < timestamptz '2200-01-01 00:00:00+00') then 'expires_at'
        when not (new.used_at >= timestamptz '1900-01-01 00:00:00+00' and new.used_at < timestamptz '2200-01-01 00:00:00+00') then 'used_at'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'challenge' then 'at most 1000 bytes'
        when 'origin' then 'at most 10000 bytes'
        when 'rp_id' then 'at most 10000 bytes'
        when 'expires_at' then 'a time from 1900 to 2199'
        when 'used_at' then 'a time from 1900 to 2199'
        when 'created_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $$;

ALTER FUNCTION seal_private.bounds_of_auth_passkey_challenges() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_auth_passkey_challenges() IS 'a trigger: keeps the bounds of auth.passkey_challenges';

REVOKE ALL ON FUNCTION seal_private.bounds_of_auth_passkey_challenges() FROM PUBLIC;
