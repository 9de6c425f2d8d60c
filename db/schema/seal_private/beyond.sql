-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.beyond(p_column name, p_type regtype, p_kind text, p_most bigint) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
    select format(case p_kind
        when 'text'   then 'octet_length(new.%1$I::text) > %2$s'
        when 'bytes'  then 'octet_length(new.%1$I) > %2$s'
        when 'json'   then 'pg_column_size(new.%1$I) > %2$s or %3$s @? ''strict $.**{101}'''
                           ' or %3$s @? ''strict $.** ? (@.type() == "number" && (@ > 1.7976931348623157e308'
                           ' || @ < -1.7976931348623157e308))'''
                           ' or octet_length(new.%1$I::text) > %2$s'
        when 'list'   then 'cardinality(new.%1$I) > 1000 or pg_column_size(new.%1$I) > %2$s'
                           ' or octet_length(new.%1$I::text) > %2$s'
        when 'number' then 'not (new.%1$I between -%2$s and %2$s)'
        when 'time'   then case p_type
            when 'date'::regtype then 'not (new.%1$I between date ''1900-01-01'' and date ''2199-12-31'')'
            else 'not (new.%1$I >= timestamptz ''1900-01-01 00:00:00+00'''
                 ' and new.%1$I < timestamptz ''2200-01-01 00:00:00+00'')' end
        when 'period' then case p_type
            when 'daterange'::regtype then 'not (new.%1$I <@ daterange ''[1900-01-01,2200-01-01)'')'
            else 'not (new.%1$I <@ tstzrange ''[1900-01-01 00:00:00+00,2200-01-01 00:00:00+00)'')' end
        when 'span'   then 'not (new.%1$I between interval ''-100 years'' and interval ''100 years'')'
    end, p_column, p_most,
    format(case p_type when 'jsonb[]'::regtype then 'to_jsonb(new.%I)' else 'new.%I' end, p_column))
$_$;

ALTER FUNCTION seal_private.beyond(p_column name, p_type regtype, p_kind text, p_most bigint) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.beyond(p_column name, p_type regtype, p_kind text, p_most bigint) IS 'the condition of a bound''s trigger';

REVOKE ALL ON FUNCTION seal_private.beyond(p_column name, p_type regtype, p_kind text, p_most bigint) FROM PUBLIC;
