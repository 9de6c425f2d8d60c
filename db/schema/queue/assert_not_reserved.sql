-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.assert_not_reserved(p_org uuid, p_job uuid, p_is_operator boolean) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
begin
    if not p_is_operator and exists (select from public.jobs j
                                      where j.org_id = p_org and j.id = p_job
                                        and j.job_type ~ '^(system|billing)(\.|$)') then
        raise exception 'only the operator ends or retries a job of the reserved types' using errcode = '42501';
    end if;
end $_$;

ALTER FUNCTION queue.assert_not_reserved(p_org uuid, p_job uuid, p_is_operator boolean) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.assert_not_reserved(p_org uuid, p_job uuid, p_is_operator boolean) IS 'the reserved types are the operator''s';

REVOKE ALL ON FUNCTION queue.assert_not_reserved(p_org uuid, p_job uuid, p_is_operator boolean) FROM PUBLIC;
