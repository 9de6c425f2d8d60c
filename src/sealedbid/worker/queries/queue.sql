-- name: register
-- Registers a worker and returns its id.
select queue.register(%(host)s, %(pid)s, make_interval(secs => %(seconds)s))

-- name: leave
-- Unregisters a worker.
select queue.leave(%(worker)s)

-- name: wait
-- Sets whether the worker wants to be notified.
select queue.wait(%(worker)s, %(idle)s)

-- name: lanes
-- Organizations with ready work.
select queue.lanes(%(after)s, %(limit)s)

-- name: claim
-- Claims ready jobs, in turns between these organizations.
select org_id, job_id, job_type, attempt, lease_token, priority, deadline_at, weight, is_isolated
  from queue.claim(%(worker)s, %(limit)s, %(orgs)s::text::uuid[], %(had)s::text::real[],
                   %(priorities)s::text::smallint[], %(after)s::text::uuid[], p_deadlines => %(deadlines)s,
                   p_queues => %(queues)s)

-- name: beat
-- Keeps a worker's leases; returns its jobs that have to end, with a verdict.
select job_id, verdict
  from queue.beat(%(worker)s, %(orgs)s::uuid[], %(jobs)s::uuid[], %(leases)s::uuid[], %(tokens)s::bigint[])

-- name: fail
-- Fails an attempt; null if the lease was lost.
select queue.fail(%(org)s, %(job)s, %(lease)s, %(error)s, make_interval(secs => %(retry_seconds)s), %(tokens)s)

-- name: crashed
-- Fails a job that ended its process; null if the lease was lost.
select queue.crashed(%(org)s, %(job)s, %(lease)s, %(error)s, %(tokens)s)

-- name: cancelled
-- Ends a cancelled job; false if the lease was lost.
select queue.cancelled(%(org)s, %(job)s, %(lease)s, %(tokens)s)

-- name: release
-- Releases a job without counting an attempt; returns the number released.
select queue.release(array[%(org)s]::uuid[], array[%(job)s]::uuid[], array[%(lease)s]::uuid[],
                     array[%(tokens)s]::bigint[])

-- name: tick
-- Runs one maintenance round: ends jobs of ended keys, promotes, rescues, removes, purges, chains; no row if another
-- worker runs one.
select ended, promoted, rescued, removed, purged, chained, aside from queue.tick(make_interval(days => %(days)s))

-- name: due_schedules
-- Due schedules, in turns between the organizations.
select org_id, schedule_id, cron, timezone, due_at, as_of from queue.due_schedules(%(limit)s)

-- name: fire_schedule
-- Fires a due schedule; returns the outcome, or null if another worker fired it.
select queue.fire_schedule(%(org)s, %(schedule)s, %(due)s, %(next)s)

-- name: put_aside
-- Sets a row aside for one maintenance task and for a while.
select queue.put_aside(%(task)s, %(org)s, %(row)s, %(reason)s)

-- name: listen
-- Receives notifications of new work.
listen sealedbid_jobs
