-- name: backlog
-- What waits and what runs, by type of job; those of other types together, without a name.
select job_type, ready, scheduled, running, suspects, oldest_seconds from queue.backlog(%(types)s)

-- name: aside
-- What was put aside, and why.
select task, org_id, row_id, reason, tries, first_at, retry_at from queue.aside()

-- name: count_aside
-- How much was put aside, by the part of the maintenance.
select task, count from queue.count_aside()

-- name: quarantined
-- Whose jobs run in processes of their own.
select org_id, until from queue.quarantined()

-- name: stopped
-- What is stopped, and why.
select org_id, job_type, reason, stopped_at from queue.stopped()
