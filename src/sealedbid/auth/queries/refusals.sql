-- name: record
-- Records refusals of somebody unknown in the platform's audit log.
select seal_auth.record_refusal(%(action)s, %(ip)s, %(count)s)
