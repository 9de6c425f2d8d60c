-- name: appoint_operator
-- Makes a person an owner of the platform.
select core.appoint_operator(%(email)s)

-- name: rotate_context_key
-- A new key for contexts; its version.
select seal_private.rotate_context_key(make_interval(secs => %(seconds)s))

-- name: stop_jobs
-- Stops jobs of an organisation, of a type, of both, or all; how many stops.
select system.stop_jobs(%(reason)s, %(org)s, %(type)s)

-- name: resume_jobs
-- Takes a stop back; how many.
select system.resume_jobs(%(reason)s, %(org)s, %(type)s)

-- name: organization_owners
-- Every organisation with its first owner.
select org_id, name, user_id, full_name, email from core.organization_owners()

-- name: record_acting
-- Records that a command acts as somebody of an organization.
select system.record_acting(%(org)s, %(user)s, %(command)s)

-- name: platform_owners
-- The platform with its first owner, where there is one.
select org_id, name, user_id, full_name, email from core.platform_owners()

-- name: set_schedule
-- Sets a schedule of an organisation, as the operator; its id.
select system.set_schedule(%(org)s, %(name)s, %(type)s, %(cron)s, %(timezone)s, %(next)s, %(payload)s, %(catch_up)s)

-- name: remove_schedule
-- Removes a schedule of an organisation, as the operator; false: there is none.
select system.remove_schedule(%(org)s, %(name)s)
