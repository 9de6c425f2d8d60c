-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.refuse_drift() RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_names constant text[] := array(select d.kind || ' ' || d.name from seal.differences() d);
begin
    if cardinality(v_names) > 0 then
        raise exception 'the schema was changed by hand: %', array_to_string(v_names[:20], ', ')
            using errcode = '55000', hint = 'sealedbid migrate --status lists it';
    end if;
end $$;

ALTER FUNCTION seal_private.refuse_drift() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.refuse_drift() IS 'Raises where the schema is not as it was noted. Before each migration, in its transaction.';

REVOKE ALL ON FUNCTION seal_private.refuse_drift() FROM PUBLIC;
