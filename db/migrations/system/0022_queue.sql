-- migrate:up

-- Claiming, finishing, failing. Two logins: the dispatcher claims and sees which job of which organisation; a job's body
-- opens the lease (seal.open_job) and finishes it in the same transaction as its effects. Neither can do the other's part.
grant usage on schema queue to sb_queue;

create function queue.claim(p_limit int, p_lease interval)
    returns table (org_id uuid, job_id uuid, job_type text, attempt smallint, lease_token uuid)
language sql security definer set search_path = pg_catalog, pg_temp as $$
    update public.jobs j
       set status = 'running', attempt = j.attempt + 1, lease_token = gen_random_uuid(), started_at = now(),
           deadline_at = clock_timestamp() + p_lease
      from (select r.org_id, r.id from public.jobs r where r.status = 'queued' and r.run_at <= now()
             order by r.run_at, r.id limit p_limit for update skip locked) ready
     where j.org_id = ready.org_id and j.id = ready.id
    returning j.org_id, j.id, j.job_type, j.attempt, j.lease_token
$$;
comment on function queue.claim(int, interval) is 'Takes up to so many ready jobs, oldest first, for so long. For the dispatcher.';

create function queue.fail(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_retry_in interval) returns text
language sql security definer set search_path = pg_catalog, pg_temp as $$
    update public.jobs j
       set status = case when p_retry_in is not null and j.attempt < j.max_attempts then 'queued' else 'dead' end,
           finished_at = case when p_retry_in is not null and j.attempt < j.max_attempts then null else now() end,
           run_at = case when p_retry_in is null then j.run_at else now() + p_retry_in end,
           error = p_error, lease_token = null, deadline_at = null
     where j.org_id = p_org and j.id = p_job and j.lease_token = p_lease and j.status = 'running'
    returning j.status
$$;
comment on function queue.fail(uuid, uuid, uuid, jsonb, interval) is 'Gives a lease back with what went wrong: to be tried again after so long, or (null, or no attempts left) dead. Null: the lease was lost.';

create function queue.finish(p_lease uuid, p_result jsonb, p_tokens bigint default 0) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update public.jobs j
       set status = 'done', finished_at = now(), result = p_result, actual_tokens = p_tokens, error = null,
           lease_token = null, deadline_at = null
     where j.org_id = seal.org(0) and j.id = seal.subject('job') and j.lease_token = p_lease and j.status = 'running';
    if not found then
        raise exception 'the lease is lost' using errcode = '40001';    -- the effects roll back with it
    end if;
end $$;
comment on function queue.finish(uuid, jsonb, bigint) is 'Ends the open job in the transaction of its effects: both commit or neither. 40001: the lease was lost.';

select seal_private.admit('queue.claim(integer, interval)', 'sb_queue', '{sb_dispatch}', 'scheduling goes over all organisations', 'all'),
       seal_private.admit('queue.fail(uuid, uuid, uuid, jsonb, interval)', 'sb_queue', '{sb_dispatch}',
           'a body that failed has no transaction to say so in', 'all'),
       seal_private.admit('queue.finish(uuid, jsonb, bigint)', 'sb_queue', '{sb_worker}', 'the open job alone, and only with its lease');

-- migrate:down
