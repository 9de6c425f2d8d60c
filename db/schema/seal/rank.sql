-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal.rank() RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return coalesce((seal_private.context())[4]::int, 0);
end $$;

ALTER FUNCTION seal.rank() OWNER TO sb_seal;

COMMENT ON FUNCTION seal.rank() IS 'guest 0, viewer 1, member 2, admin 3, owner 4; 0 without a context.';

REVOKE ALL ON FUNCTION seal.rank() FROM PUBLIC;
GRANT ALL ON FUNCTION seal.rank() TO sb_tenant;
GRANT ALL ON FUNCTION seal.rank() TO sb_gate;
GRANT ALL ON FUNCTION seal.rank() TO sb_queue;
