-- name: appoint_operator
-- Makes a person an owner of the platform.
select core.appoint_operator(%(email)s)

-- name: rotate_context_key
-- A new key for contexts; its version.
select seal_private.rotate_context_key(make_interval(secs => %(seconds)s))

-- name: organization_owners
-- Every organisation with its first owner.
select org_id, name, user_id, full_name, email from core.organization_owners()
