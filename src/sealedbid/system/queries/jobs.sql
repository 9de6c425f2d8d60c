-- name: enqueue
-- Work for later, in this transaction.
insert into public.jobs (org_id, job_type, payload, unique_key, run_at)
values (%(org_id)s, %(job_type)s, %(payload)s, %(unique_key)s, coalesce(%(run_at)s, now()))
returning id, job_type, status, payload, result, error, actual_tokens, attempt, run_at, created_at, finished_at

-- name: finish
-- Ends the open job in the transaction of its effects.
select queue.finish(%(lease)s, %(result)s, %(tokens)s)

-- name: get
-- One job.
select id, job_type, status, payload, result, error, actual_tokens, attempt, run_at, created_at, finished_at
  from public.jobs
 where org_id = %(org_id)s and id = %(id)s

-- name: latest
-- The newest jobs.
select id, job_type, status, payload, result, error, actual_tokens, attempt, run_at, created_at, finished_at
  from public.jobs
 where org_id = %(org_id)s
 order by created_at desc, id
 limit %(limit)s
