-- name: enqueue
-- Work for later, in this transaction.
insert into public.jobs (org_id, job_type, payload, unique_key, run_at, priority, max_attempts, est_tokens, max_tokens)
values (%(org_id)s, %(job_type)s, %(payload)s, %(unique_key)s, coalesce(%(run_at)s, now()), %(priority)s,
        %(max_attempts)s, %(est_tokens)s, %(max_tokens)s)
returning id, job_type, status, priority, payload, progress, result, error, actual_tokens, attempt, crash_count,
       suspicion, run_at, created_at, finished_at

-- name: enqueue_many
-- One job for each payload, in their order.
insert into public.jobs (org_id, job_type, payload, run_at, priority, max_attempts, est_tokens, max_tokens)
select %(org_id)s, %(job_type)s, p.payload, coalesce(%(run_at)s, now()), %(priority)s, %(max_attempts)s, %(est_tokens)s,
       %(max_tokens)s
  from unnest(%(payloads)s::jsonb[]) with ordinality p (payload, n) order by p.n

-- name: payload
-- The payload of a job.
select payload from public.jobs where org_id = %(org_id)s and id = %(id)s

-- name: report
-- Stores how far the open job is.
select queue.report(%(lease)s, %(progress)s)

-- name: stop
-- Ends one job, or stops a type of job, or all, of the organization; how many.
select queue.stop_jobs(%(reason)s, %(org_id)s, %(job_type)s, %(job)s)

-- name: resume
-- Takes a stop back; how many.
select queue.resume_jobs(%(reason)s, %(org_id)s, %(job_type)s)

-- name: retry
-- A dead or cancelled job waits again.
select queue.retry_job(%(id)s, %(org_id)s)

-- name: finish
-- Ends the open job in the transaction of its effects.
select queue.finish(%(lease)s, %(result)s, %(tokens)s)

-- name: pending
-- The job of the type with this key that is not over.
select id from public.jobs
 where org_id = %(org_id)s and job_type = %(job_type)s and unique_key = %(unique_key)s
   and status in ('scheduled', 'queued', 'running')

-- name: is_cancelled
-- True if somebody has cancelled the job, whether or not its worker knows.
select cancel_requested from public.jobs where org_id = %(org_id)s and id = %(id)s

-- name: get
-- One job.
select id, job_type, status, priority, payload, progress, result, error, actual_tokens, attempt, crash_count,
       suspicion, run_at, created_at, finished_at
  from public.jobs
 where org_id = %(org_id)s and id = %(id)s

-- name: latest
-- The newest jobs.
select id, job_type, status, priority, payload, progress, result, error, actual_tokens, attempt, crash_count,
       suspicion, run_at, created_at, finished_at
  from public.jobs
 where org_id = %(org_id)s
 order by created_at desc, id
 limit %(limit)s
