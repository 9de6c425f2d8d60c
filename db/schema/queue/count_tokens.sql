-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.count_tokens(p_org uuid, p_job uuid, p_type text, p_tokens bigint) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    insert into public.usage_events (org_id, kind, tokens, job_id)
    select p_org, p_type, queue.add_tokens(0, p_tokens), p_job where p_tokens > 0;
    update public.job_lanes l
       set tokens_used = queue.add_tokens(case when l.period = m.month then l.tokens_used else 0 end, p_tokens),
           period = m.month
      from (select date_trunc('month', queue.now() at time zone 'UTC')::date as month) m
     where l.org_id = p_org and p_tokens > 0
$$;

ALTER FUNCTION queue.count_tokens(p_org uuid, p_job uuid, p_type text, p_tokens bigint) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.count_tokens(p_org uuid, p_job uuid, p_type text, p_tokens bigint) IS 'writes down what was used, and adds it to the month of a lane';

REVOKE ALL ON FUNCTION queue.count_tokens(p_org uuid, p_job uuid, p_type text, p_tokens bigint) FROM PUBLIC;
