-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_proposal_questions() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(octet_length(new.brief_sha256) > 1000
            or greatest(octet_length(new.key::text), octet_length(new.text::text), octet_length(new.reason::text), octet_length(new.answer::text)) > 10000
            or least(new.answered_at, new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.answered_at, new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            if new.alternatives is not null then
                v_is_beyond := v_is_beyond or pg_column_size(new.alternatives) > 100000 or new.alternatives @? 'strict $.**{101}' or new.alternatives @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.alternatives::text) > 100000;
            end if;
            null;
        end if;
    elsif tg_argv[0] = 'alternatives' then
        v_is_beyond := pg_column_size(new.alternatives) > 100000 or new.alternatives @? 'strict $.**{101}' or new.alternatives @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.alternatives::text) > 100000;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.brief_sha256) > 1000 then 'brief_sha256'
        when octet_length(new.key::text) > 10000 then 'key'
        when octet_length(new.text::text) > 10000 then 'text'
        when octet_length(new.reason::text) > 10000 then 'reason'
        when pg_column_size(new.alternatives) > 100000 or new.alternatives @? 'strict $.**{101}' or new.alternatives @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.alternatives::text) > 100000 then 'alternatives'
        when octet_length(new.answer::text) > 10000 then 'answer'
        when not (new.answered_at >= timestamptz '1900-01-01 00:00:00+00' and new.answered_at < timestamptz '2200-01-01 00:00:00+00') then 'answered_at'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'brief_sha256' then 'at most 1000 bytes'
        when 'key' then 'at most 10000 bytes'
        when 'text' then 'at most 10000 bytes'
        when 'reason' then 'at most 10000 bytes'
        when 'alternatives' then 'at most 100000 bytes, 100 levels, and numbers up to 1.8e308'
        when 'answer' then 'at most 10000 bytes'
        when 'answered_at' then 'a time from 1900 to 2199'
        when 'created_at' then 'a time from 1900 to 2199'
        when 'updated_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_proposal_questions() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_proposal_questions() IS 'a trigger: keeps the bounds of public.proposal_questions';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_proposal_questions() FROM PUBLIC;
