-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.due_schedules(p_limit integer) RETURNS TABLE(org_id uuid, schedule_id uuid, cron text, timezone text, due_at timestamp with time zone, as_of timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    AS $$
    -- By turns: one of each organization, then the second of each. Who has many due holds up nobody who has one. (No
    -- time before 1900 gets past the column's bound; and no client could read it.)
    select d.org_id, d.id, d.cron, d.timezone, d.next_run_at, queue.now()
      from (select s.org_id, s.id, s.cron, s.timezone, s.next_run_at,
                   row_number() over (partition by s.org_id order by s.next_run_at) as turn
              from public.job_schedules s
             where s.is_active and s.next_run_at <= queue.now()
               and s.next_run_at >= timestamptz '1900-01-01 00:00:00+00'
               and not exists (select from queue.set_aside a
                                where a.task = 'fire' and a.org_id = s.org_id and a.row_id = s.id
                                  and a.retry_at > queue.now())) d
     order by d.turn, d.next_run_at limit p_limit
$$;

ALTER FUNCTION queue.due_schedules(p_limit integer) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.due_schedules(p_limit integer) IS 'Up to so many schedules whose time has come, in turns between the organizations, and what time it is here. For the dispatcher.';

REVOKE ALL ON FUNCTION queue.due_schedules(p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.due_schedules(p_limit integer) TO sb_dispatch;
