-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.any_beyond(p_columns name[], p_type regtype, p_kind text, p_most bigint) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
    select case p_kind
        when 'text'   then format('greatest(%s) > %s', n.lengths, p_most)
        when 'number' then format('least(%1$s) < -%2$s or greatest(%1$s) > %2$s', n.list, p_most)
        when 'time'   then format(case p_type
            when 'date'::regtype then 'least(%1$s) < date ''1900-01-01'' or greatest(%1$s) > date ''2199-12-31'''
            else 'least(%1$s) < timestamptz ''1900-01-01 00:00:00+00'''
                 ' or greatest(%1$s) >= timestamptz ''2200-01-01 00:00:00+00'''
            end, n.list)
        else n.each
    end
      from (select string_agg(format('new.%I', c), ', ') as list,
                   string_agg(format('octet_length(new.%I::text)', c), ', ') as lengths,
                   string_agg(seal_private.beyond(c, p_type, p_kind, p_most), ' or ') as each
              from unnest(p_columns) c) n
$_$;

ALTER FUNCTION seal_private.any_beyond(p_columns name[], p_type regtype, p_kind text, p_most bigint) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.any_beyond(p_columns name[], p_type regtype, p_kind text, p_most bigint) IS 'the question of a bounds trigger';

REVOKE ALL ON FUNCTION seal_private.any_beyond(p_columns name[], p_type regtype, p_kind text, p_most bigint) FROM PUBLIC;
