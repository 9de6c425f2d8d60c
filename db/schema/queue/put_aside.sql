-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.put_aside(p_task text, p_org uuid, p_row uuid, p_reason text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    insert into queue.set_aside as s (task, org_id, row_id, reason, retry_at)
    values (p_task, coalesce(p_org, '00000000-0000-0000-0000-000000000000'), p_row, left(p_reason, 200),
            queue.now() + interval '1 minute')
    on conflict on constraint set_aside_key do update
       set tries = s.tries + 1, reason = excluded.reason,
           retry_at = queue.now() + least(interval '1 minute' * 2 ^ least(s.tries, 11), interval '1 day')
$$;

ALTER FUNCTION queue.put_aside(p_task text, p_org uuid, p_row uuid, p_reason text) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.put_aside(p_task text, p_org uuid, p_row uuid, p_reason text) IS 'Leaves a row out of one part of the maintenance for a while: a minute, then twice as long each time. No row: the part failed as a whole.';

REVOKE ALL ON FUNCTION queue.put_aside(p_task text, p_org uuid, p_row uuid, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.put_aside(p_task text, p_org uuid, p_row uuid, p_reason text) TO sb_dispatch;
GRANT ALL ON FUNCTION queue.put_aside(p_task text, p_org uuid, p_row uuid, p_reason text) TO sb_gate;
