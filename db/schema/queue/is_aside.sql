-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.is_aside(p_task text, p_org uuid, p_row uuid) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN (EXISTS (SELECT FROM queue.set_aside s WHERE ((s.task = is_aside.p_task) AND (s.org_id = is_aside.p_org) AND (s.row_id = is_aside.p_row) AND (s.retry_at > queue.now()))));

ALTER FUNCTION queue.is_aside(p_task text, p_org uuid, p_row uuid) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.is_aside(p_task text, p_org uuid, p_row uuid) IS 'True if this part of the maintenance leaves the row out for now.';

REVOKE ALL ON FUNCTION queue.is_aside(p_task text, p_org uuid, p_row uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.is_aside(p_task text, p_org uuid, p_row uuid) TO sb_gate;
