-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.assert_clean() RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if pg_my_temp_schema() <> 0
       or exists (select from pg_prepared_statement() p where p.from_sql)
       or exists (select from pg_cursor() c where c.is_holdable) then
        raise exception 'the session is not clean' using errcode = '55006', hint = 'drop this connection';
    end if;
end $$;

ALTER FUNCTION seal_private.assert_clean() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.assert_clean() IS 'refuses a session in which something was left';

REVOKE ALL ON FUNCTION seal_private.assert_clean() FROM PUBLIC;
