-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.count_draft() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    insert into public.usage_events (org_id, kind, job_id) values (new.org_id, 'proposal.drafted', new.job_id);
    new.drafted_at := now();
    return new;
end $$;

ALTER FUNCTION seal_private.count_draft() OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.count_draft() IS 'a trigger: no tenant may write what it has used';

REVOKE ALL ON FUNCTION seal_private.count_draft() FROM PUBLIC;
