-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.note() RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    delete from seal.noted;
    insert into seal.noted (kind, name, content) select kind, name, content from seal.notable();
$$;

ALTER FUNCTION seal_private.note() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.note() IS 'Notes the schema as it is. After each migration, in its transaction.';

REVOKE ALL ON FUNCTION seal_private.note() FROM PUBLIC;
