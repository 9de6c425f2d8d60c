-- name: set
-- Sets the schedule of this name as a whole; its id.
select queue.set_schedule(%(org_id)s, %(name)s, %(job_type)s, %(cron)s, %(timezone)s, %(next_run_at)s, %(payload)s,
                          %(catch_up)s, %(priority)s, %(max_attempts)s, %(est_tokens)s, %(max_tokens)s)

-- name: remove
-- Removes the schedule of this name; false: there is none.
select queue.remove_schedule(%(org_id)s, %(name)s)

-- name: named
-- One schedule.
select id, name, job_type, payload, cron, timezone, priority, max_attempts, est_tokens, max_tokens, catch_up, is_active,
       next_run_at, off_reason, last_run_at, last_job_id, last_outcome, requested_by
  from public.job_schedules
 where org_id = %(org_id)s and name = %(name)s

-- name: page
-- All of them, by name.
select id, name, job_type, payload, cron, timezone, priority, max_attempts, est_tokens, max_tokens, catch_up, is_active,
       next_run_at, off_reason, last_run_at, last_job_id, last_outcome, requested_by
  from public.job_schedules
 where org_id = %(org_id)s
 order by name
