-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.jobs_of_ended_keys(p_limit integer) RETURNS TABLE(place tid, org_id uuid, id uuid)
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
    v_keys uuid[];
    v_each int;
begin
    with recursive asked (org_id, requested_key) as (
        (select j.org_id, j.requested_key from public.jobs j
          where j.requested_key is not null and j.status in ('scheduled', 'queued')
          order by j.org_id, j.requested_key limit 1)
        union all
        select n.org_id, n.requested_key
          from asked a,
               lateral (select j.org_id, j.requested_key from public.jobs j
                         where j.requested_key is not null and j.status in ('scheduled', 'queued')
                           and (j.org_id, j.requested_key) > (a.org_id, a.requested_key)
                         order by j.org_id, j.requested_key limit 1) n
    )
    select array_agg(a.org_id), array_agg(a.requested_key) into v_orgs, v_keys
      from (select * from asked a where not seal_private.key_lives(a.org_id, a.requested_key) limit p_limit) a;
    v_each := ceil(p_limit::numeric / greatest(cardinality(v_orgs), 1));
    return query
    select j.place, j.org_id, j.id
      from unnest(v_orgs, v_keys) o (org_id, requested_key),
           lateral (select k.ctid as place, k.org_id, k.id from public.jobs k
                     where k.requested_key is not null and k.status in ('scheduled', 'queued')
                       and k.org_id = o.org_id and k.requested_key = o.requested_key
                       and not queue.is_aside('keys', k.org_id, k.id)
                     order by k.org_id, k.requested_key limit v_each for update skip locked) j
     limit p_limit;
end $$;

ALTER FUNCTION queue.jobs_of_ended_keys(p_limit integer) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.jobs_of_ended_keys(p_limit integer) IS 'the jobs that queue.end_with_keys() ends';

REVOKE ALL ON FUNCTION queue.jobs_of_ended_keys(p_limit integer) FROM PUBLIC;
