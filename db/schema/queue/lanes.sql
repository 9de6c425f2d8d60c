-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.lanes(p_after uuid, p_limit integer) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    SET enable_incremental_sort TO 'off'
    AS $$
    with recursive after (org_id, n) as (
        (select j.org_id, 1 from public.jobs j
          where j.status = 'queued' and j.suspicion = 0 and j.org_id > p_after
          order by j.org_id, j.priority, j.id limit 1)
        union all
        select (select j.org_id from public.jobs j
                 where j.status = 'queued' and j.suspicion = 0 and j.org_id > a.org_id
                 order by j.org_id, j.priority, j.id limit 1),
               a.n + 1
          from after a where a.org_id is not null and a.n < p_limit
    ), before (org_id, n) as (
        (select j.org_id, 1 from public.jobs j where j.status = 'queued' and j.suspicion = 0
          order by j.org_id, j.priority, j.id limit 1)
        union all
        select (select j.org_id from public.jobs j
                 where j.status = 'queued' and j.suspicion = 0 and j.org_id > b.org_id
                 order by j.org_id, j.priority, j.id limit 1),
               b.n + 1
          from before b where b.org_id is not null and b.n < p_limit - (select count(org_id) from after)
    ), suspected (org_id) as (
        select q.org_id from queue.quarantines q
         where (select true from public.jobs j where j.org_id = q.org_id and j.suspicion > 0 and j.status = 'queued'
                 order by j.org_id, j.status, j.priority, j.id limit 1)
           and (select true from public.jobs j where j.org_id = q.org_id and j.suspicion > 0 and j.status = 'running'
                 order by j.org_id, j.status, j.priority, j.id limit 1) is null
    ), found (org_id, part, n) as (
        select s.org_id, 0, 0 from suspected s
        union all
        select a.org_id, 1, a.n from after a
         where a.org_id is not null and a.org_id not in (select s.org_id from suspected s)
        union all
        select b.org_id, 2, b.n from before b
         where b.org_id <= p_after and b.n <= p_limit - (select count(org_id) from after)
           and b.org_id not in (select s.org_id from suspected s)
    )
    select coalesce(array_agg(f.org_id order by f.part, f.n), '{}') from found f
     where not exists (select from queue.set_aside s
                        where s.org_id = f.org_id and s.task = 'claim' and s.retry_at > queue.now())
$$;

ALTER FUNCTION queue.lanes(p_after uuid, p_limit integer) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.lanes(p_after uuid, p_limit integer) IS 'Organizations with a suspect to run, and up to so many with other work that is ready, from after this one and round again. For the dispatcher.';

REVOKE ALL ON FUNCTION queue.lanes(p_after uuid, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.lanes(p_after uuid, p_limit integer) TO sb_dispatch;
