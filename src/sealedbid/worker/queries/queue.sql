-- name: claim
-- Takes ready jobs, for so long.
select org_id, job_id, job_type, attempt, lease_token
  from queue.claim(%(limit)s, make_interval(secs => %(seconds)s))

-- name: beat
-- Makes a lease last; null: it was lost.
select queue.beat(%(org)s, %(job)s, %(lease)s, make_interval(secs => %(seconds)s))

-- name: fail
-- Gives a lease back with what went wrong; null: it was lost.
select queue.fail(%(org)s, %(job)s, %(lease)s, %(error)s, make_interval(secs => %(retry_seconds)s))

-- name: rescue
-- Takes back the leases that nobody keeps alive; how many.
select queue.rescue()
