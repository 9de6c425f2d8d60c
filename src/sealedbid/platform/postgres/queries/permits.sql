-- name: take_for_accounts
-- Takes permits as the sign-in code; returns how many.
select seal_auth.take_permits(%(bucket)s, %(limit)s, %(seconds)s, %(want)s)

-- name: take
-- Takes permits as the login of requests; returns how many.
select seal.take_permits(%(bucket)s, %(limit)s, %(seconds)s, %(want)s)
