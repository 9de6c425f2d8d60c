-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.due_jobs(p_limit integer) RETURNS TABLE(place tid, org_id uuid, id uuid)
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_sort TO 'off'
    SET enable_incremental_sort TO 'off'
    AS $$
declare
    v_orgs uuid[];
    v_each int;
begin
    if (select count(*) from (select from public.jobs j where j.status = 'scheduled' and j.run_at <= queue.now()
                               order by j.run_at limit p_limit) d) < p_limit then
        return query
        select j.ctid, j.org_id, j.id from public.jobs j
         where j.status = 'scheduled' and j.run_at <= queue.now() and not queue.is_aside('promote', j.org_id, j.id)
         order by j.run_at limit p_limit for update skip locked;
        return;
    end if;
    v_orgs := array(
        with recursive due (org_id) as (
            (select j.org_id from public.jobs j where j.status = 'scheduled' order by j.org_id, j.run_at limit 1)
            union all
            select (select j.org_id from public.jobs j where j.status = 'scheduled' and j.org_id > d.org_id
                     order by j.org_id, j.run_at limit 1)
              from due d where d.org_id is not null
        )
        -- The longest wait goes first: whoever is left out of this round leads a later one.
        select d.org_id
          from due d, lateral (select j.run_at from public.jobs j where j.status = 'scheduled' and j.org_id = d.org_id
                                  and not queue.is_aside('promote', j.org_id, j.id)
                                order by j.org_id, j.run_at limit 1) f
         where f.run_at <= queue.now() order by f.run_at limit p_limit);
    v_each := ceil(p_limit::numeric / greatest(cardinality(v_orgs), 1));
    return query
    select j.place, j.org_id, j.id
      from unnest(v_orgs) with ordinality o (org_id, turn),
           lateral (select k.ctid as place, k.org_id, k.id from public.jobs k
                     where k.status = 'scheduled' and k.org_id = o.org_id and k.run_at <= queue.now()
                       and not queue.is_aside('promote', k.org_id, k.id)
                     order by k.org_id, k.run_at limit v_each for update skip locked) j
     limit p_limit;
end $$;

ALTER FUNCTION queue.due_jobs(p_limit integer) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.due_jobs(p_limit integer) IS 'the jobs that queue.promote() takes';

REVOKE ALL ON FUNCTION queue.due_jobs(p_limit integer) FROM PUBLIC;
