-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bounds_of_public_proposal_sentences() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_is_beyond boolean;
    v_column    text;
begin
    if tg_nargs = 0 then
        v_is_beyond := coalesce(greatest(octet_length(new.section_id::text)) > 10000
            or greatest(octet_length(new.text::text)) > 80000
            or least(new.created_at, new.updated_at) < timestamptz '1900-01-01 00:00:00+00' or greatest(new.created_at, new.updated_at) >= timestamptz '2200-01-01 00:00:00+00', false);
        if tg_op = 'INSERT' then
            if new.reasons is not null then
                v_is_beyond := v_is_beyond or pg_column_size(new.reasons) > 100000 or new.reasons @? 'strict $.**{101}' or new.reasons @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.reasons::text) > 100000;
            end if;
            if new.notes is not null then
                v_is_beyond := v_is_beyond or cardinality(new.notes) > 1000 or pg_column_size(new.notes) > 100000 or octet_length(new.notes::text) > 100000;
            end if;
            if new.answers is not null then
                v_is_beyond := v_is_beyond or cardinality(new.answers) > 1000 or pg_column_size(new.answers) > 100000 or octet_length(new.answers::text) > 100000;
            end if;
            null;
        end if;
    elsif tg_argv[0] = 'reasons' then
        v_is_beyond := pg_column_size(new.reasons) > 100000 or new.reasons @? 'strict $.**{101}' or new.reasons @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.reasons::text) > 100000;
    elsif tg_argv[0] = 'notes' then
        v_is_beyond := cardinality(new.notes) > 1000 or pg_column_size(new.notes) > 100000 or octet_length(new.notes::text) > 100000;
    elsif tg_argv[0] = 'answers' then
        v_is_beyond := cardinality(new.answers) > 1000 or pg_column_size(new.answers) > 100000 or octet_length(new.answers::text) > 100000;
    end if;
    if not coalesce(v_is_beyond, false) then
        return new;
    end if;
    v_column := case
        when octet_length(new.section_id::text) > 10000 then 'section_id'
        when octet_length(new.text::text) > 80000 then 'text'
        when pg_column_size(new.reasons) > 100000 or new.reasons @? 'strict $.**{101}' or new.reasons @? 'strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308 || @ < -1.7976931348623157e308))' or octet_length(new.reasons::text) > 100000 then 'reasons'
        when cardinality(new.notes) > 1000 or pg_column_size(new.notes) > 100000 or octet_length(new.notes::text) > 100000 then 'notes'
        when cardinality(new.answers) > 1000 or pg_column_size(new.answers) > 100000 or octet_length(new.answers::text) > 100000 then 'answers'
        when not (new.created_at >= timestamptz '1900-01-01 00:00:00+00' and new.created_at < timestamptz '2200-01-01 00:00:00+00') then 'created_at'
        when not (new.updated_at >= timestamptz '1900-01-01 00:00:00+00' and new.updated_at < timestamptz '2200-01-01 00:00:00+00') then 'updated_at'
        end;
    raise exception '%: %', v_column, case v_column
        when 'section_id' then 'at most 10000 bytes'
        when 'text' then 'at most 80000 bytes'
        when 'reasons' then 'at most 100000 bytes, 100 levels, and numbers up to 1.8e308'
        when 'notes' then 'at most 1000 elements, and 100000 bytes'
        when 'answers' then 'at most 1000 elements, and 100000 bytes'
        when 'created_at' then 'a time from 1900 to 2199'
        when 'updated_at' then 'a time from 1900 to 2199'
        end
        using errcode = '23514', schema = tg_table_schema, table = tg_table_name, column = v_column,
              constraint = tg_table_name || '_' || v_column || '_bounded';
end $_$;

ALTER FUNCTION seal_private.bounds_of_public_proposal_sentences() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bounds_of_public_proposal_sentences() IS 'a trigger: keeps the bounds of public.proposal_sentences';

REVOKE ALL ON FUNCTION seal_private.bounds_of_public_proposal_sentences() FROM PUBLIC;
