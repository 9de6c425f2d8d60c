-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION system.begin_delivery() RETURNS TABLE(id uuid, template text, recipient text, locale text, params jsonb, attempts integer, resource_type text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_own constant public.deliveries := system.own_delivery();
begin
    -- one that failed is tried again when a person has said so of its job
    return query
        update public.deliveries d
           set status = 'queued', attempts = least(d.attempts + 1, 32767)
         where d.org_id = v_own.org_id and d.id = v_own.id and d.status in ('queued', 'failed')
        returning d.id, d.template, d.recipient, d.locale, d.params, d.attempts::int, d.resource_type;
end $$;

ALTER FUNCTION system.begin_delivery() OWNER TO sb_gate;

COMMENT ON FUNCTION system.begin_delivery() IS 'The mail of the open job, to be sent now; counts the attempt. No row: it is sent, or there is nobody to send it to. Raises NotAllowedError in every context but that of its job.';

REVOKE ALL ON FUNCTION system.begin_delivery() FROM PUBLIC;
GRANT ALL ON FUNCTION system.begin_delivery() TO sb_worker;
