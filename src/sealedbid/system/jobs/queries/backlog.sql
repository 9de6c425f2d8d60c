-- name: backlog
-- Counts of waiting and running jobs by type; other types are counted together, without a name.
select job_type, ready, scheduled, running, suspects, oldest_seconds from queue.backlog(%(types)s)

-- name: aside
-- Rows set aside, and why.
select task, org_id, row_id, reason, tries, first_at, retry_at from queue.aside()

-- name: count_aside
-- Number of rows set aside, by maintenance task.
select task, count from queue.count_aside()

-- name: quarantined
-- Organizations whose jobs run in processes of their own.
select org_id, until from queue.quarantined()

-- name: stopped
-- Stops and their reasons.
select org_id, job_type, reason, stopped_at from queue.stopped()
