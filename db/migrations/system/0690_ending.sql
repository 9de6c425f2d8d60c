-- migrate:up

-- How an attempt ends. A body that has a tenant's transaction ends in it (finish); for every other the dispatcher
-- speaks, which holds the lease. Whoever has lost the lease changes nothing.

create function queue.finish(p_lease uuid, p_result jsonb, p_tokens bigint default 0) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_context constant text[] := seal_private.context();        -- verified once: this is on the path of every job
    v_org     constant uuid := nullif(v_context[3], '')::uuid;
    v_key     uuid;
    v_type    text;
begin
    if (p_tokens between 0 and 1000000000000) is not true then
        raise exception 'tokens: a number from 0 to 1000000000000'
            using errcode = '23514', schema = 'public', table = 'jobs', column = 'actual_tokens',
            constraint = 'jobs_actual_tokens_bounded';
    end if;
    if v_context[2] <> '' and (seal_private.rank_in(v_org, v_context[2]::uuid) >= v_context[4]::int) is not true then
        raise exception 'the person who asked for this job has left, or ranks lower by now' using errcode = '42501';
    end if;
    update public.jobs j
       set status = 'done', finished_at = queue.now(), result = p_result,
           actual_tokens = queue.add_tokens(j.actual_tokens, p_tokens), attempt_tokens = 0,
           suspicion = 0, error = null, lease_token = null, deadline_at = null, worker_id = null
     where j.org_id = v_org and j.id = v_context[5]::uuid and v_context[1] in ('job', 'system', 'billing')
       and j.lease_token = p_lease and j.status = 'running'
    returning j.requested_key, j.job_type into v_key, v_type;
    if not found then
        raise exception 'the lease is lost' using errcode = '40001';    -- the effects roll back with it
    end if;
    if v_key is not null and not seal_private.key_lives(v_org, v_key) then
        raise exception 'the API key that asked for this job has ended' using errcode = '42501';
    end if;
    if p_tokens > 0 then
        perform queue.count_tokens(v_org, v_context[5]::uuid, v_type, p_tokens);
    end if;
end $$;
comment on function queue.finish(uuid, jsonb, bigint) is
    'Ends the open job in the transaction of its effects: both commit or neither. Raises LeaseLostError, and '
    'NotAllowedError if the person who enqueued it has left or their key has ended.';

create function queue.report(p_lease uuid, p_progress jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_context constant text[] := seal_private.context();
begin
    update public.jobs j set progress = p_progress
     where j.org_id = nullif(v_context[3], '')::uuid and j.id = v_context[5]::uuid
       and v_context[1] in ('job', 'system', 'billing')
       and j.lease_token = p_lease and j.status = 'running';
    if not found then
        raise exception 'the lease is lost' using errcode = '40001';
    end if;
end $$;
comment on function queue.report(uuid, jsonb) is
    'Stores how far the open job is, for people to see. Raises LeaseLostError.';

create function queue.fail(
    p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_retry_in interval, p_tokens bigint default 0)
    returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_status text;
    v_type   text;
begin
    update public.jobs j
       set status = case when p_retry_in is null or j.attempt >= j.max_attempts then 'dead'
                         when p_retry_in > interval '0' then 'scheduled' else 'queued' end,
           finished_at = case when p_retry_in is null or j.attempt >= j.max_attempts then queue.now() end,
           run_at = case when p_retry_in is null then j.run_at else queue.now() + p_retry_in end,
           error = p_error, actual_tokens = queue.add_tokens(j.actual_tokens, p_tokens), attempt_tokens = 0,
           suspicion = least(j.suspicion, j.crash_count),       -- it ended: only what crashed alone stays a suspect
           lease_token = null, deadline_at = null, worker_id = null
     where j.org_id = p_org and j.id = p_job and j.lease_token = p_lease and j.status = 'running'
    returning j.status, j.job_type into v_status, v_type;
    if found then
        perform queue.count_tokens(p_org, p_job, v_type, p_tokens);
    end if;
    return v_status;
end $$;
comment on function queue.fail(uuid, uuid, uuid, jsonb, interval, bigint) is
    'Gives a lease back with what went wrong and the tokens that this attempt used: to be tried again after so long, '
    'or (null, or no attempts left) dead. Null: the lease was lost.';

-- A crash that was seen: the job ran in a process of its own, or held the worker's up past its deadline. That job and
-- no other is to blame.
create function queue.crashed(p_org uuid, p_job uuid, p_lease uuid, p_error jsonb, p_tokens bigint default 0)
    returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_status text;
    v_type   text;
begin
    update public.jobs j
       set status = case when j.crash_count >= 2 or j.attempt >= j.max_attempts then 'dead'
                         when j.crash_count = 0 then 'queued' else 'scheduled' end,
           finished_at = case when j.crash_count >= 2 or j.attempt >= j.max_attempts then queue.now() end,
           run_at = case when j.crash_count = 0 then j.run_at else queue.now() + random() * interval '1 minute' end,
           error = case when j.crash_count >= 2 then queue.poison() else p_error end,
           crash_count = j.crash_count + 1, suspicion = greatest(j.suspicion, 1),
           actual_tokens = queue.add_tokens(j.actual_tokens, p_tokens), attempt_tokens = 0,
           lease_token = null, deadline_at = null, worker_id = null
     where j.org_id = p_org and j.id = p_job and j.lease_token = p_lease and j.status = 'running'
    returning j.status, j.job_type into v_status, v_type;
    if found then
        insert into queue.quarantines as q (org_id, until) values (p_org, queue.now() + interval '1 hour')
        on conflict (org_id) do update set until = excluded.until;
        perform queue.count_tokens(p_org, p_job, v_type, p_tokens);
    end if;
    return v_status;
end $$;
comment on function queue.crashed(uuid, uuid, uuid, jsonb, bigint) is
    'Gives a lease back whose job ended its process: it waits again, the second time for a moment, and the third time '
    'it is dead. For an hour all jobs of its organization are treated as suspects. Null: the lease was lost.';

create function queue.poison() returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp
return jsonb_build_object('reason', 'it ended its process three times while it ran alone');
comment on function queue.poison() is 'The error of a job that is dead because it crashed three times alone.';

create function queue.cancelled(p_org uuid, p_job uuid, p_lease uuid, p_tokens bigint default 0) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_type text;
begin
    update public.jobs j
       set status = 'cancelled', finished_at = queue.now(), suspicion = 0,
           actual_tokens = queue.add_tokens(j.actual_tokens, p_tokens), attempt_tokens = 0, lease_token = null,
           deadline_at = null, worker_id = null
     where j.org_id = p_org and j.id = p_job and j.lease_token = p_lease and j.status = 'running'
    returning j.job_type into v_type;
    if found then
        perform queue.count_tokens(p_org, p_job, v_type, p_tokens);
        return true;
    end if;
    return false;
end $$;
comment on function queue.cancelled(uuid, uuid, uuid, bigint) is
    'The body has ended because somebody cancelled it. False: the lease was lost.';

create function queue.release(p_orgs uuid[], p_jobs uuid[], p_leases uuid[], p_tokens bigint[]) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_job   record;
    v_count bigint := 0;
begin
    for v_job in
        with released as (
            update public.jobs j
               set status = 'queued', attempt = j.attempt - 1,
                   actual_tokens = queue.add_tokens(j.actual_tokens, r.tokens), attempt_tokens = 0, lease_token = null,
                   deadline_at = null, worker_id = null
              from unnest(p_orgs, p_jobs, p_leases, p_tokens) r (org_id, id, lease, tokens)
             where j.org_id = r.org_id and j.id = r.id and j.lease_token = r.lease and j.status = 'running'
            returning j.org_id, j.id, j.job_type, r.tokens
        )
        select r.* from released r order by r.org_id       -- lanes are locked in one order, whoever locks several
    loop
        v_count := v_count + 1;
        perform queue.count_tokens(v_job.org_id, v_job.id, v_job.job_type, v_job.tokens);
    end loop;
    return v_count;
end $$;
comment on function queue.release(uuid[], uuid[], uuid[], bigint[]) is
    'Gives leases back: no attempt is spent, and the tokens that were used are used. How many.';

select seal_private.admit('queue.finish(uuid, jsonb, bigint)', 'sb_queue', '{sb_worker}',
           'the open job alone, and only with its lease'),
       seal_private.admit('queue.report(uuid, jsonb)', 'sb_queue', '{sb_worker}',
           'the open job alone, and only with its lease'),
       seal_private.admit('queue.fail(uuid, uuid, uuid, jsonb, interval, bigint)', 'sb_queue', '{sb_dispatch}',
           'a body that failed has no transaction to say so in', 'all'),
       seal_private.admit('queue.crashed(uuid, uuid, uuid, jsonb, bigint)', 'sb_queue', '{sb_dispatch}',
           'a body that ended its process says nothing any more', 'all'),
       seal_private.admit('queue.poison()', 'sb_queue', '{}', 'the reason of a dead job, in one place'),
       seal_private.admit('queue.cancelled(uuid, uuid, uuid, bigint)', 'sb_queue', '{sb_dispatch}',
           'a body that was cancelled has no transaction to say so in', 'all'),
       seal_private.admit('queue.release(uuid[], uuid[], uuid[], bigint[])', 'sb_queue', '{sb_dispatch}',
           'a worker that stops gives back what it has not begun', 'all');

-- migrate:down
