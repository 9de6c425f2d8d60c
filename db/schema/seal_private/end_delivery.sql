-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.end_delivery() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    update public.deliveries d
       set status = 'failed', error = coalesce(d.error, new.error ->> 'reason', new.status)
     where d.ctid = any (array(select h.ctid from public.deliveries h
                                where h.org_id = new.org_id and h.job_id = new.id and h.status = 'queued'
                                  for no key update skip locked));
    return null;
end $$;

ALTER FUNCTION seal_private.end_delivery() OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.end_delivery() IS 'a trigger: a job that was ended for it has no transaction to say so in';

REVOKE ALL ON FUNCTION seal_private.end_delivery() FROM PUBLIC;
