-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal.kind() RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return (seal_private.context())[1];
end $$;

ALTER FUNCTION seal.kind() OWNER TO sb_seal;

COMMENT ON FUNCTION seal.kind() IS 'session, key, link, job, or the reserved prefix of a job''s type (system, billing); null without a context.';

REVOKE ALL ON FUNCTION seal.kind() FROM PUBLIC;
GRANT ALL ON FUNCTION seal.kind() TO sb_tenant;
GRANT ALL ON FUNCTION seal.kind() TO sb_gate;
GRANT ALL ON FUNCTION seal.kind() TO sb_queue;
