-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.first_of(p_task text, p_keep interval, OUT org_id uuid, OUT id uuid) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if p_task = 'keys' then
        select e.org_id, e.id into first_of.org_id, first_of.id from queue.jobs_of_ended_keys(1) e;
    elsif p_task = 'promote' then
        select d.org_id, d.id into first_of.org_id, first_of.id from queue.due_jobs(1) d;
    elsif p_task = 'rescue' then
        select l.org_id, l.id into first_of.org_id, first_of.id from queue.lost_jobs(1) l;
    elsif p_task = 'sweep' then
        select o.org_id, o.id into first_of.org_id, first_of.id from queue.over_jobs(p_keep, 1) o;
    end if;
end $$;

ALTER FUNCTION queue.first_of(p_task text, p_keep interval, OUT org_id uuid, OUT id uuid) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.first_of(p_task text, p_keep interval, OUT org_id uuid, OUT id uuid) IS 'the row that a part failed at';

REVOKE ALL ON FUNCTION queue.first_of(p_task text, p_keep interval, OUT org_id uuid, OUT id uuid) FROM PUBLIC;
