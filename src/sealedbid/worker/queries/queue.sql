-- name: register
-- A worker that starts; its id.
select queue.register(%(host)s, %(pid)s, make_interval(secs => %(seconds)s))

-- name: leave
-- A worker that ends.
select queue.leave(%(worker)s)

-- name: wait
-- Whether it wants to be woken.
select queue.wait(%(worker)s, %(idle)s)

-- name: lanes
-- Organisations with work that is ready.
select queue.lanes(%(after)s, %(limit)s)

-- name: claim
-- Takes ready jobs, in turns between these organisations.
select org_id, job_id, job_type, attempt, lease_token, priority, deadline_at, weight, is_isolated
  from queue.claim(%(worker)s, %(limit)s, %(orgs)s::text::uuid[], %(had)s::text::real[], %(priorities)s::text::smallint[],
                   %(after)s::text::uuid[], p_deadlines => %(deadlines)s, p_queues => %(queues)s)

-- name: beat
-- Keeps the leases of a worker; which of its jobs have to end, and why.
select job_id, verdict
  from queue.beat(%(worker)s, %(orgs)s::uuid[], %(jobs)s::uuid[], %(leases)s::uuid[], %(tokens)s::bigint[])

-- name: fail
-- Gives a lease back with what went wrong; null: it was lost.
select queue.fail(%(org)s, %(job)s, %(lease)s, %(error)s, make_interval(secs => %(retry_seconds)s), %(tokens)s)

-- name: crashed
-- Gives the lease of a job back that ended its process; null: it was lost.
select queue.crashed(%(org)s, %(job)s, %(lease)s, %(error)s, %(tokens)s)

-- name: cancelled
-- The body has ended because somebody cancelled it; false: the lease was lost.
select queue.cancelled(%(org)s, %(job)s, %(lease)s, %(tokens)s)

-- name: release
-- Gives a lease back, and spends no attempt; how many.
select queue.release(array[%(org)s]::uuid[], array[%(job)s]::uuid[], array[%(lease)s]::uuid[], array[%(tokens)s]::bigint[])

-- name: tick
-- Ends what ended keys asked for, promotes, rescues, removes, purges, chains; no row: another does it now.
select ended, promoted, rescued, removed, purged, chained, aside from queue.tick(make_interval(days => %(days)s))

-- name: due_schedules
-- Schedules whose time has come, in turns between the organisations.
select org_id, schedule_id, cron, timezone, due_at, as_of from queue.due_schedules(%(limit)s)

-- name: fire_schedule
-- Uses a time that is due; what came of it, or null: another has.
select queue.fire_schedule(%(org)s, %(schedule)s, %(due)s, %(next)s)

-- name: put_aside
-- Leaves a row out of a part of the maintenance for a while.
select queue.put_aside(%(task)s, %(org)s, %(row)s, %(reason)s)

-- name: listen
-- Wakes whoever waits.
listen sealedbid_jobs
